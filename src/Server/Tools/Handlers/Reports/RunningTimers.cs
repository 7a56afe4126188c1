using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Asks for the running timers of people, one after the other.</summary>
internal sealed class RunningTimers
{
    // One request each: more would cost a call too much of a minute's budget.
    private const int MostAsked = 25;

    private readonly Dictionary<string, string> _timers = new(StringComparer.Ordinal);

    /// <summary>What there is to say of timers that were not asked for.</summary>
    public string? Note { get; private set; }

    /// <summary>How many run.</summary>
    public int Count => _timers.Count;

    /// <summary>The timer of a person; null for none.</summary>
    public string? Of(string person) => _timers.GetValueOrDefault(person);

    public static async ValueTask<RunningTimers> ReadAsync(
        IReadOnlyList<string> people,
        Func<MemberId, ClickUpRequest> request,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        RunningTimers timers = new();
        foreach (string person in people.Take(MostAsked))
        {
            try
            {
                JsonElement response = await context.SendAsync(request(new MemberId(person)), cancellationToken);
                timers.Add(person, response.Member("data"), context.Services.Time.GetUtcNow());
            }
            // Others' timers are for owners and admins alone.
            catch (ActionableException refusal) when (refusal.IsRefusal)
            {
                timers.Note =
                    "Timers of others were not shown: ClickUp refused, as it does to who is no owner or admin.";
                return timers;
            }
        }

        if (people.Count > MostAsked)
        {
            timers.Note = $"Timers were asked for the first {MostAsked} people.";
        }

        return timers;
    }

    private void Add(string person, JsonElement entry, DateTimeOffset now)
    {
        if (entry.Text("id") is null)
        {
            return;
        }

        string task = entry.Member("task").Text("name") ?? "no task";
        _timers[person] = LenientValue.Number(entry.Member("start")) is { } start
            ? $"{task}, {DurationText.Format(Math.Max(0, now.ToUnixTimeMilliseconds() - (long)start))}"
            : task;
    }
}
