export const usage = `npm run lab -- <what>

  doctor                 what this host lacks, and which accelerator works
  image [bcachefs]       build the guest's image, or that of a variant, from its lock; --relock writes a new lock
  list                   what there is and why, with verdict, n and age on each kernel
  run [<id>]             do an experiment, or all that have no whole evidence yet, and write the evidence; the name of
                         a file in data/experiments, such as runbooks, stands for all that it declares
  resume [<id>]          go on with series that were interrupted
  judge <id>             judge stored evidence again, without a machine
  verify                 follow every claim to its result, transcripts, source and image lock
  diff OLD NEW           what changed between two result files, directories or revisions of git
  merge DIR … INTO       put the results of shards together, each held against its hashes
  shell <stack>          a prepared guest to play in: disks, bare or lvmcache
  smoke                  whether the lab works, in four short cases that are no evidence

  --kernel 7.3           one kernel in place of all that are declared (shell, smoke: 6.12)
  --filter WORDS         series whose id has the words, or whose kind is one of them
  --shard 1/4            the first of four parts of what is left after that
  --jobs 2               guests side by side; performance, policy and backup run alone
  --repeat 5             runs of each series, in place of what is declared
  --again                run: also what has whole evidence
  --results DIR          read and write results there, and not in data/benchmarks
  --accelerator tcg      or kvm; else the one that works`;
