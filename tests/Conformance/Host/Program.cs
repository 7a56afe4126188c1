using ClickUpMcp.Cli;
using ClickUpMcp.Conformance;
using ClickUpMcp.Hosting;

// The product's own verbs, transports and protocol core; only the inventory is the suite's.
return CommandLine.Run(
    args,
    CliEnvironment.OfProcess(new FixtureComposition(new CompositionRoot(TimeProvider.System)))
);
