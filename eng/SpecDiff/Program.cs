using ClickUpMcp.SpecDiff;

return args is [SpecCheckCommand.Verb, .. var files]
    ? SpecCheckCommand.Run(files, Console.Out, Console.Error)
    : SpecDiffCommand.Run(args, Console.Out, Console.Error);
