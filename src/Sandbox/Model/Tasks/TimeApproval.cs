namespace ClickUpMcp.Sandbox.Model;

/// <summary>The approval of a time entry.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Approver">Who approved it.</param>
/// <param name="Submitted">When it was submitted.</param>
/// <param name="Approved">When it was approved.</param>
internal sealed record TimeApproval(string Id, Member Approver, long Submitted, long Approved);
