using ClickUpMcp.Cli;
using ClickUpMcp.Conformance;
using ClickUpMcp.Hosting;

// The product's own verb, listener and transport; only what stands behind a tenant is the suite's.
return CommandLine.Run(
    args,
    CliEnvironment.OfProcess(new FixtureComposition(new CompositionRoot(TimeProvider.System)))
);
