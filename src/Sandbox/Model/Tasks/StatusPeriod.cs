namespace ClickUpMcp.Sandbox.Model;

/// <summary>When a task entered a status, in Unix milliseconds.</summary>
internal sealed record StatusPeriod(Status Status, long Since);
