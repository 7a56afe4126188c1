using System.Globalization;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The people whom a text can mention.</summary>
internal sealed class MentionedPeople(IReadOnlyList<MemberInfo> members)
{
    private readonly List<NamedThing> _people = [.. members.Select(static member => member.Thing)];

    /// <summary>The sentence about words after an <c>@</c> that mention nobody.</summary>
    public static string Nobody(IReadOnlyList<string> words) =>
        $"Mentions nobody, since not exactly one member is named so: {string.Join(", ", words)}";

    /// <summary>The people of the call's workspace; nobody is asked for when nothing looks like a mention.</summary>
    public static async ValueTask<MentionedPeople?> OfAsync(
        string text,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (!MentionTable.MayMention(text))
        {
            return null;
        }

        EntityId own = await context.ResolveWorkspaceAsync(cancellationToken);
        IReadOnlyList<WorkspaceInfo> workspaces = await context.Services.Directory.GetWorkspacesAsync(
            afterMiss: false,
            cancellationToken
        );
        return new MentionedPeople(workspaces.FirstOrDefault(w => w.Id == own.Value)?.Members ?? []);
    }

    /// <summary>Finds people in a text: by whole names and addresses, else by a first or last name that only one has.</summary>
    public MentionTable ToTable() =>
        new(
            (name, isWhole) =>
                NameMatcher.Find(_people, name, isWhole ? MatchQuality.Whole : MatchQuality.Words)
                    is { Things: [var person] }
                && long.TryParse(person.Id, NumberStyles.None, CultureInfo.InvariantCulture, out long id)
                    ? id
                    : null
        );

    /// <summary>The name of a member.</summary>
    public string NameOf(long id)
    {
        string text = id.ToString(CultureInfo.InvariantCulture);
        return _people.Find(person => person.Id == text)?.Name ?? text;
    }
}
