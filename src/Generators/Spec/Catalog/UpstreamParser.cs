using ClickUpMcp.Api;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads what the API does its own way.</summary>
internal static class UpstreamParser
{
    public static UpstreamModel Parse(SpecObject root, DiagnosticBag bag)
    {
        var upstream = new UpstreamModel
        {
            Reads = new ReadsParser(bag).Parse(root),
            Undo = new UndoParser(root, bag).Parse(),
            Places = new PlacesParser(root, bag).Parse(),
        };
        if (root.Find("upstream") is not { } value || SpecObject.Open(value, KnownKeys.Upstream, bag) is not { } spec)
        {
            return upstream;
        }

        upstream = upstream with
        {
            Name = Text(spec, "name") ?? upstream.Name,
            FileHosts = spec.Texts("fileHosts").Select(static host => host.Text).ToEquatableArray(),
        };
        if (Open(spec, "key", KnownKeys.UpstreamKey, bag) is { } key)
        {
            upstream = upstream with
            {
                KeyHeader = Text(key, "header") ?? upstream.KeyHeader,
                KeyScheme = Text(key, "scheme") ?? "",
                BareKeys = Text(key, "bare") ?? "",
            };
        }

        if (Open(spec, "errors", KnownKeys.UpstreamErrors, bag) is { } errors)
        {
            upstream = upstream with
            {
                ErrorCodes = Paths(errors, "code"),
                ErrorMessages = Paths(errors, "message"),
                ErrorRules = new ErrorRuleParser(bag).Parse(errors),
            };
        }

        if (Open(spec, "rateLimit", KnownKeys.RateLimit, bag) is { } limit)
        {
            upstream = upstream with
            {
                LimitHeader = Text(limit, "limit") ?? upstream.LimitHeader,
                RemainingHeader = Text(limit, "remaining") ?? upstream.RemainingHeader,
                ResetHeader = Text(limit, "reset") ?? upstream.ResetHeader,
                ResetForm = limit.Word<ResetForm>("resetIs", WordSets.ResetForms) ?? upstream.ResetForm,
            };
        }

        return upstream;
    }

    private static SpecObject? Open(SpecObject spec, string key, KeyTable keys, DiagnosticBag bag) =>
        spec.Find(key) is { } value ? SpecObject.Open(value, keys, bag) : null;

    private static string? Text(SpecObject spec, string key) => spec.Text(key)?.Text;

    private static EquatableArray<string> Paths(SpecObject spec, string key) =>
        spec.Texts(key)
            .Select(path => FieldPath.Parse(path, allowMapping: false, spec.Bag))
            .OfType<string>()
            .ToEquatableArray();
}
