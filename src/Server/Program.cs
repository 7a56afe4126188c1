using ClickUpMcp.Cli;
using ClickUpMcp.Hosting;

return CommandLine.Run(args, CliEnvironment.OfProcess(new CompositionRoot(TimeProvider.System)));
