{
  description = "Four ways to use two SSDs with a btrfs RAID1 of hard disks, as disko layouts and one NixOS module";

  # disko at the commit that the layouts were run with. nixpkgs by branch: see README.md for why there is no flake.lock.
  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-26.05";
  inputs.disko = {
    url = "github:nix-community/disko/878ec37d6a8f52c6c801d0e2a2ad554c75b9353c";
    inputs.nixpkgs.follows = "nixpkgs";
  };

  outputs =
    { nixpkgs, disko, ... }:
    let
      system = "x86_64-linux";
      pkgs = nixpkgs.legacyPackages.${system};
    in
    {
      nixosModules.default.imports = [
        disko.nixosModules.disko
        ./module
      ];
      checks.${system}.cached-array = import ./tests/cached-array.nix {
        inherit pkgs;
        diskoModule = disko.nixosModules.disko;
      };
      formatter.${system} = pkgs.nixfmt-tree;
    };
}
