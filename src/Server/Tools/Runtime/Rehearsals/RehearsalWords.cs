using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Words what the writes of a dry run change as people read it: days, words and names in place of numbers and ids.</summary>
/// <param name="zones">The zones of dates.</param>
/// <param name="names">What the call named, by id.</param>
internal sealed class RehearsalWords(DateZones zones, IReadOnlyDictionary<string, string> names)
{
    // What is shorter may be a number that counts something.
    private const int ShortestId = 6;

    /// <summary>For what a call has noted; reads the account's zone where dates are written.</summary>
    public static async ValueTask<RehearsalWords> ForAsync(
        Rehearsal rehearsal,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        DateZones zones = DateZones.Unknown;
        bool hasDates = rehearsal.Writes.Any(static write =>
            write.Request.Expected.Any(static value => value.Kind == ReadBackKind.Date)
        );
        try
        {
            zones = hasDates ? await services.GetZonesAsync(cancellationToken) : zones;
        }
        catch (ActionableException)
        {
            // Days are shown in UTC then; the body has the exact times.
        }

        return new RehearsalWords(zones, rehearsal.Names);
    }

    /// <summary>A line for each value that is written, where that says more than the body does.</summary>
    /// <param name="write">The write.</param>
    /// <param name="longest">Characters of a value.</param>
    public IEnumerable<string> Changes(RehearsedWrite write, int longest)
    {
        var request = write.Request;
        JsonElement thing = write.IsMade ? default : WriteCheck.Unwrap(write.Before);
        using JsonDocument? sent = request is { ContentType: null, Body.IsEmpty: false }
            ? JsonDocument.Parse(request.Body)
            : null;
        WrittenValues values = new(sent?.RootElement ?? default, default, zones);
        IReadOnlyDictionary<string, string> known = WithThoseOf(thing);
        foreach (ExpectedValue expected in request.Expected.Where(values.IsSent))
        {
            string after = RehearsalReport.Cut(values.After(expected, known), longest);
            if (thing.ValueKind != JsonValueKind.Object)
            {
                if (!values.IsPlain(expected, after))
                {
                    yield return $"{expected.Argument}: {after}";
                }
            }
            else if (values.IsShown(expected, thing))
            {
                string before = RehearsalReport.Cut(values.Before(expected, thing, known), longest);
                string how = expected.Kind switch
                {
                    ReadBackKind.Lacks => "without ",
                    ReadBackKind.Holds => "with ",
                    _ => string.Empty,
                };
                yield return $"{expected.Argument}: {before} → {how}{after}";
            }
        }
    }

    private IReadOnlyDictionary<string, string> WithThoseOf(JsonElement thing)
    {
        Dictionary<string, string> all = new(names);
        Add(thing);
        return all;

        void Add(JsonElement element)
        {
            if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (JsonElement item in element.EnumerateArray())
                {
                    Add(item);
                }
            }

            if (element.ValueKind != JsonValueKind.Object)
            {
                return;
            }

            if (
                LenientValue.Text(element, "id") is { Length: >= ShortestId } id
                && (LenientValue.Text(element, "name") ?? LenientValue.Text(element, "username"))
                    is { Length: > 0 } name
            )
            {
                all.TryAdd(id, name);
            }

            foreach (JsonProperty member in element.EnumerateObject())
            {
                Add(member.Value);
            }
        }
    }
}
