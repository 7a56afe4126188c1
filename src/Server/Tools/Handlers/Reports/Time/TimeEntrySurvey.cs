using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>The time entries of a period at some places.</summary>
/// <param name="Entries">The entries, each once.</param>
/// <param name="IsOwnOnly">Whether those of others could not be read.</param>
internal sealed record TimeEntrySurvey(IReadOnlyList<TrackedTime> Entries, bool IsOwnOnly)
{
    /// <summary>Reads the entries of everyone, or of the people that are asked for.</summary>
    /// <param name="request">Makes the request for one place and these people; null people are the user alone.</param>
    /// <param name="places">The places; none means the workspace.</param>
    /// <param name="people">The people that are asked for.</param>
    /// <param name="workspace">The workspace.</param>
    /// <param name="context">The call.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    public static async ValueTask<TimeEntrySurvey> ReadAsync(
        Func<ReportPlace, IReadOnlyList<MemberId>?, ClickUpRequest> request,
        IReadOnlyList<ReportPlace> places,
        IReadOnlyList<MemberId>? people,
        WorkspaceId workspace,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        if (people is not null)
        {
            return new TimeEntrySurvey(await ReadAsync(people), IsOwnOnly: false);
        }

        try
        {
            return new TimeEntrySurvey(
                await ReadAsync(await WorkspacePeople.ReadAsync(workspace, context, cancellationToken)),
                IsOwnOnly: false
            );
        }
        // Others' time is for owners and admins alone.
        catch (ActionableException refusal) when (refusal.IsRefusal)
        {
            return new TimeEntrySurvey(await ReadAsync(null), IsOwnOnly: true);
        }

        async ValueTask<IReadOnlyList<TrackedTime>> ReadAsync(IReadOnlyList<MemberId>? of)
        {
            Dictionary<string, TrackedTime> entries = new(StringComparer.Ordinal);
            foreach (ReportPlace place in places)
            {
                JsonElement page = await context.SendAsync(request(place, of), cancellationToken);
                foreach (TrackedTime entry in page.Items("data").Select(TrackedTime.Read).OfType<TrackedTime>())
                {
                    entries[entry.Id] = entry;
                }
            }

            return [.. entries.Values];
        }
    }

    /// <summary>Whose time this is, and how far was looked.</summary>
    public string Describe() =>
        "Counted all entries begun in the period, running timers left out."
        + (IsOwnOnly ? " These are your own alone: ClickUp shows others' time to owners and admins." : "");
}
