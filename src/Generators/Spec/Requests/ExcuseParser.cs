using System.Text.RegularExpressions;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Leaves;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads why the spec differs from the API's document: objects of reasons by place.</summary>
internal sealed class ExcuseParser(DiagnosticBag bag)
{
    private const string UnboundKey = "unbound";
    private const string DeviationsKey = "deviations";
    private const string InRequest = "query.NAME or body.PATH";
    private const string InRoot = "operation.ID, " + InRequest;

    private static readonly Regex Location = new(
        @"^(?:query\.[^.\s]+|body(?:\.[^.\s]+)+)\z",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    private static readonly Regex Operation = new(
        @"^operation\.[^.\s]+\z",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1)
    );

    /// <summary>What no request of the whole spec binds.</summary>
    public EquatableArray<ExcuseModel> ParseRoot(SpecObject root) =>
        Parse(root, UnboundKey, text => Location.IsMatch(text) || Operation.IsMatch(text), InRoot);

    /// <summary>The request with its excuses; reports those that what it sends contradicts.</summary>
    public RequestModel Parse(
        SpecObject spec,
        RequestModel request,
        ToolArguments arguments,
        PaginationModel? pagination
    )
    {
        request = request with
        {
            Unbound = Parse(spec, UnboundKey, Location.IsMatch, InRequest),
            Deviations = Parse(spec, DeviationsKey, Location.IsMatch, InRequest),
        };
        if (request.Unbound.Count == 0 && request.Deviations.Count == 0)
        {
            return request;
        }

        string[] bound = [.. RequestLeaves.Of(request, arguments.All, pagination).Select(leaf => leaf.Location)];
        foreach (ExcuseModel excuse in request.Unbound.Where(excuse => bound.Contains(excuse.Location)))
        {
            bag.Report(Descriptors.BoundExcuse, Key(spec, UnboundKey, excuse), excuse.Location);
        }

        foreach (
            ExcuseModel excuse in request.Deviations.Where(e => !Array.Exists(bound, b => IsWithin(b, e.Location)))
        )
        {
            bag.Report(Descriptors.UnboundDeviation, Key(spec, DeviationsKey, excuse), excuse.Location);
        }

        return request;
    }

    /// <summary>Whether a place is another one or below it.</summary>
    public static bool IsWithin(string place, string outer) =>
        place.StartsWith(outer, StringComparison.Ordinal)
        && (place.Length == outer.Length || place[outer.Length] is '.' or '[');

    private EquatableArray<ExcuseModel> Parse(SpecObject spec, string key, Func<string, bool> isLocation, string forms)
    {
        List<ExcuseModel> excuses = [];
        foreach (JsonMember member in spec.Members(key))
        {
            if (!isLocation(member.Name))
            {
                bag.Report(Descriptors.BadLocation, member.Key, member.Name, forms);
            }
            else if (!SpecObject.Expect(member.Value, JsonKind.String, $"'{member.Name}'", bag))
            {
                continue;
            }
            else if (member.Value.Text.Trim().Length == 0)
            {
                bag.Report(Descriptors.EmptyReason, member.Value, member.Name);
            }
            else
            {
                excuses.Add(new ExcuseModel(member.Name, member.Value.Text));
            }
        }

        return excuses.ToEquatableArray();
    }

    private static JsonValue Key(SpecObject spec, string key, ExcuseModel excuse) =>
        spec.Members(key).First(member => member.Name == excuse.Location).Key;
}
