namespace ClickUpMcp.Authorization.Pages.Documents;

/// <summary>A scope in plain words.</summary>
/// <param name="Name">What it lets an app do, in a few words.</param>
/// <param name="Explanation">What that covers, and what it does not.</param>
internal sealed record ScopeWords(string Name, string Explanation)
{
    /// <summary>The words for a scope.</summary>
    /// <exception cref="ArgumentException">There is no such scope; it cannot be asked for.</exception>
    public static ScopeWords For(string scope) =>
        scope switch
        {
            Scopes.Read => new(
                "See your work",
                "Read tasks, docs, comments, chat, time entries, files and people. Changes nothing."
            ),
            Scopes.Write => new(
                "Add and change things",
                "Create and edit tasks, docs, comments, messages, fields and time entries. Deletes nothing."
            ),
            Scopes.Delete => new(
                "Delete things",
                "Delete tasks, Lists, Folders, Spaces, comments and time entries. Not everything can be restored."
            ),
            Scopes.Admin => new(
                "Manage people and access",
                "Invite and remove members and guests, and change teams, permissions and webhooks."
            ),
            _ => throw new ArgumentException($"There is no scope '{scope}'.", nameof(scope)),
        };
}
