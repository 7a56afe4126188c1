namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>What a reader of time entries asked for beside the entry itself.</summary>
internal sealed record TimeEntryForm(
    bool WithTaskTags = false,
    bool WithLocationNames = false,
    bool MomentsAsText = true,
    bool WithApproval = false,
    bool WithApprovalHistory = false
);
