using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Text;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Compares a write with what came back, since a 200 does not mean that all of it was applied.</summary>
/// <param name="request">The write.</param>
/// <param name="services">The services of the call.</param>
/// <remarks>Where the response does not show all that was sent, the request's own read decides, once; what neither shows is not claimed.</remarks>
internal sealed class WriteCheck(ClickUpRequest request, ToolServices services)
{
    private const string Removal = "the removal";

    /// <summary>Whether there is anything to compare.</summary>
    private bool IsNeeded =>
        !services.IsDryRun && (request.Expected.Count > 0 || request.Unseen.Count > 0 || request.Removed.Count > 0);

    /// <summary>Says beside the result what was not applied, and what was not seen.</summary>
    public async ValueTask RemarkAsync(JsonElement response, CancellationToken cancellationToken)
    {
        if (IsNeeded)
        {
            Remark(await LookAsync(response, cancellationToken));
        }
    }

    /// <summary>The sentence of a tool whose whole result it is, as far as it was seen to be true.</summary>
    /// <param name="response">The thing in the response; undefined when there is none.</param>
    /// <param name="outcome">The sentence.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="ActionableException">Something was not applied.</exception>
    public async ValueTask<string> DescribeAsync(
        JsonElement response,
        string outcome,
        CancellationToken cancellationToken
    )
    {
        SeenWrite seen = IsNeeded ? await LookAsync(response, cancellationToken) : new SeenWrite([], []);
        if (seen.Ignored.Count > 0)
        {
            throw new ActionableException(
                Sentence(seen.Ignored),
                "The response was a success; read back, the change is not there.",
                request.WhenIgnored
                    ?? "Look whether the feature is on in that space and whether you may make the change."
            );
        }

        if (!seen.IsSeen && (seen.IsUnread || seen.Unseen.Count > 0))
        {
            return seen.Acceptance;
        }

        Remark(seen);
        return outcome;
    }

    /// <summary>The sentence for what was not applied.</summary>
    public static string Sentence(IReadOnlyList<string> ignored) =>
        $"The request was accepted but did not apply: {string.Join(", ", ignored.Distinct())}.";

    private void Remark(SeenWrite seen)
    {
        foreach (string remark in seen.Remarks)
        {
            services.Remarks.Add(remark);
        }
    }

    private ValueTask<SeenWrite> LookAsync(JsonElement response, CancellationToken cancellationToken) =>
        request.Removed.Count > 0 ? LookForNothingAsync(cancellationToken)
        : request.IsAlike && services.Alike is { } alike
            ? alike.SeeAsync(request, () => CompareAsync(Unwrap(response), cancellationToken))
        : CompareAsync(Unwrap(response), cancellationToken);

    private async ValueTask<SeenWrite> CompareAsync(JsonElement response, CancellationToken cancellationToken)
    {
        bool hasDates = request.Expected.Any(static expected => expected.Kind == ReadBackKind.Date);
        DateZones zones = hasDates ? await services.GetZonesAsync(cancellationToken) : DateZones.Unknown;
        using JsonDocument? body = request is { ContentType: null, Body.IsEmpty: false }
            ? JsonDocument.Parse(request.Body)
            : null;
        WrittenValues values = new(body?.RootElement ?? default, response, zones);
        ExpectedValue[] sent = [.. request.Expected.Where(values.IsSent)];
        List<string> ignored = [];
        List<ExpectedValue> hidden = Split(sent, response);
        using JsonDocument? found = hidden.Count == 0 ? null : await ReadAsync(hidden, cancellationToken);
        if (found is not null)
        {
            hidden = Split(hidden, Unwrap(found.RootElement));
        }

        return new SeenWrite(
            ignored,
            [.. hidden.Select(static value => value.Argument).Concat(request.Unseen).Distinct()]
        )
        {
            IsSeen = hidden.Count < sent.Length,
            IsUnread = hidden.Count > 0 && found is null && request.ReadBack is not null,
        };

        List<ExpectedValue> Split(IEnumerable<ExpectedValue> expected, JsonElement thing)
        {
            ILookup<bool, ExpectedValue> byShown = expected.ToLookup(value => values.IsShown(value, thing));
            ignored.AddRange(byShown[true].SelectMany(value => values.Differences(value, thing)));
            return [.. byShown[false]];
        }
    }

    private async ValueTask<JsonDocument?> ReadAsync(List<ExpectedValue> hidden, CancellationToken cancellationToken)
    {
        if (request.ReadBack is not { } read)
        {
            return null;
        }

        try
        {
            var found = await services.Client.SendAsync(
                read with
                {
                    Needed = [.. hidden.Select(static value => value.Shown.Split('.', '[', '|')[0]).Distinct()],
                },
                cancellationToken
            );
            return ResponseReader.Parse(found);
        }
        catch (ActionableException)
        {
            return null;
        }
    }

    private async ValueTask<SeenWrite> LookForNothingAsync(CancellationToken cancellationToken)
    {
        List<string> ignored = [];
        bool isUnread = false;
        foreach (RemovedThing removed in request.Removed)
        {
            bool? isGone = await IsGoneAsync(removed, cancellationToken);
            isUnread |= isGone is null;
            if (isGone is false)
            {
                ignored.Add(removed.Name is { } name ? $"{Removal} of {OutputSanitizer.CleanLine(name)}" : Removal);
            }
        }

        return new SeenWrite(ignored, []) { IsSeen = !isUnread, IsUnread = isUnread };
    }

    // Some things that were removed are still shown, and said to be deleted. Null where nothing tells.
    private async ValueTask<bool?> IsGoneAsync(RemovedThing removed, CancellationToken cancellationToken)
    {
        try
        {
            var found = await services.Client.SendAsync(removed.Read with { Needed = ["id"] }, cancellationToken);
            using JsonDocument? document = found.IsEmpty ? null : ResponseReader.Parse(found);
            return document is null || IsGone(Unwrap(document.RootElement));
        }
        catch (ActionableException gone) when (gone is { IsOfCaller: true, IsRefusal: true })
        {
            return true;
        }
        catch (ActionableException)
        {
            return null;
        }
    }

    private static bool IsGone(JsonElement thing) =>
        ResponseReader.IsEmpty(thing)
        || (
            thing.ValueKind == JsonValueKind.Object
            && (
                LenientValue.Text(thing, "deleted") == "true"
                || thing.EnumerateObject().All(static member => ResponseReader.IsEmpty(member.Value))
            )
        );

    // Some things come in a wrapper of one member.
    public static JsonElement Unwrap(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.EnumerateObject().Take(2).ToArray() is [{ Value.ValueKind: JsonValueKind.Object } only]
            ? only.Value
            : root;
}
