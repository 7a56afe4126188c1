namespace ClickUpMcp.Sandbox.Model;

/// <summary>Explicit access of one person or one group to a space, folder, list or task.</summary>
/// <param name="Target">The thing itself; a grant outlives it without effect.</param>
internal sealed record Grant(object Target, Member? Person, UserGroup? Group, AccessLevel Level)
{
    public bool Reaches(Member member) => Person == member || Group?.Members.Contains(member) == true;
}
