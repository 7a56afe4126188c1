using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Compares a write with what came back, since a 200 does not mean that all of it was applied.</summary>
/// <param name="request">The write.</param>
/// <param name="services">The services of the call.</param>
/// <remarks>Where the response shows nothing of what was sent, the request's own read decides; where there is none, nothing is claimed.</remarks>
internal sealed class WriteCheck(ClickUpRequest request, ToolServices services)
{
    /// <summary>Says beside the result what was not applied.</summary>
    public async ValueTask RemarkAsync(JsonElement response, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> ignored = await FindAsync(response, cancellationToken);
        if (ignored.Count > 0)
        {
            services.Remarks.Add(Sentence(ignored));
        }
    }

    /// <summary>Fails when anything was not applied: for a tool whose whole result is that it was.</summary>
    /// <exception cref="ActionableException">Something was not applied.</exception>
    public async ValueTask RequireAsync(JsonElement response, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> ignored = await FindAsync(response, cancellationToken);
        if (ignored.Count > 0)
        {
            throw new ActionableException(
                Sentence(ignored),
                "The response was a success; read back, the change is not there.",
                "Look whether the feature is on in that space and whether you may make the change."
            );
        }
    }

    /// <summary>The sentence for what was not applied.</summary>
    public static string Sentence(IReadOnlyList<string> ignored) =>
        $"The request was accepted but did not apply: {string.Join(", ", ignored.Distinct())}.";

    private async ValueTask<IReadOnlyList<string>> FindAsync(JsonElement response, CancellationToken cancellationToken)
    {
        if (request.Expected.Count == 0)
        {
            return [];
        }

        bool hasDates = request.Expected.Any(static expected => expected.Kind == ReadBackKind.Date);
        DateZones zones = hasDates ? await services.GetZonesAsync(cancellationToken) : DateZones.Unknown;
        using JsonDocument? body = request is { ContentType: null, Body.IsEmpty: false }
            ? JsonDocument.Parse(request.Body)
            : null;
        WrittenValues sent = new(request.Expected, body?.RootElement ?? default, zones);
        if (sent.AreShownIn(response) || request.ReadBack is not { } read)
        {
            return sent.FindIgnored(response);
        }

        try
        {
            var found = await services.Client.SendAsync(read, cancellationToken);
            using JsonDocument document = ResponseReader.Parse(found.Body);
            return sent.FindIgnored(Unwrap(document.RootElement));
        }
        catch (ActionableException)
        {
            services.Remarks.Add("It could not be read back, so look whether the change was made.");
            return [];
        }
    }

    // Some things come in a wrapper of one member.
    private static JsonElement Unwrap(JsonElement root) =>
        root.ValueKind == JsonValueKind.Object
        && root.EnumerateObject().Take(2).ToArray() is [{ Value.ValueKind: JsonValueKind.Object } only]
            ? only.Value
            : root;
}
