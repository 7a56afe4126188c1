namespace ClickUpMcp.Sandbox.Model;

/// <summary>The last thing done to a key result; before and after are null where no step was taken.</summary>
internal sealed record KeyResultAction(string Id, Member Person, long Date, string Note, long? Before, long? After);
