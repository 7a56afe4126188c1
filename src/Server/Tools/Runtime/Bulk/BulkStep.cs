namespace ClickUpMcp.Tools.Runtime;

/// <summary>Carries out one item of a bulk call, whose names are ids by now.</summary>
internal delegate ValueTask<BulkResult> BulkStep(CancellationToken cancellationToken);
