using ClickUpMcp.SpecDiff;

return SpecDiffCommand.Run(args, Console.Out, Console.Error);
