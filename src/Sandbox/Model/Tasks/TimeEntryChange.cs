namespace ClickUpMcp.Sandbox.Model;

/// <summary>One change of a time entry's field.</summary>
internal sealed record TimeEntryChange(string Id, string Field, string Before, string After, long Date, Member User);
