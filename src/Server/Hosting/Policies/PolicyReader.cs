using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;
using NodaTime;
using NodaTime.Text;

namespace ClickUpMcp.Hosting;

/// <summary>Reads the text of a policy file, and says of every mistake where it stands.</summary>
/// <param name="catalog">The tools and categories that there are.</param>
internal sealed class PolicyReader(CatalogView catalog)
{
    private const int MostProblems = 20;
    private const int MostRules = 1_000;

    private static readonly string[] RootKeys = ["$schema", "rules", "examples"];

    private static readonly string[] RuleKeys =
    [
        "who",
        "tools",
        "categories",
        "scopes",
        "places",
        "hours",
        "then",
        "reason",
    ];

    private static readonly string[] HoursKeys = ["days", "from", "to", "zone"];
    private static readonly string[] ExampleKeys = ["who", "tool", "place", "at", "then"];
    private static readonly string[] Scopes = ["read", "write", "delete", "admin"];
    private static readonly string[] Effects = ["allow", "refuse", "confirm"];
    private static readonly string[] Days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    private static readonly LocalTimePattern Clock = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    private readonly List<string> _problems = [];

    /// <summary>The rules of a file whose examples come out as they say.</summary>
    /// <exception cref="FormatException">Something is wrong with it; the message lists the problems.</exception>
    public PolicyRules Read(ReadOnlySpan<byte> json)
    {
        PolicyNode root;
        try
        {
            root = PolicyNode.Parse(json);
        }
        catch (JsonException e)
        {
            throw new FormatException(
                $"{LineAndColumn.Of(e)}: it is not valid JSON, or nested more than 8 levels deep",
                e
            );
        }

        List<PolicyRule> rules = [];
        List<PolicyNode> examples = [];
        foreach ((string key, PolicyNode value) in Members(root, "the file", RootKeys))
        {
            if (key == "rules")
            {
                rules.AddRange(Items(value, key).Take(MostRules).Select(ReadRule));
            }
            else if (key == "examples")
            {
                examples.AddRange(Items(value, key));
            }
        }

        PolicyRules read = new(rules, catalog, examples.Count);
        // Of a file that is not right yet, no example says anything.
        if (_problems.Count == 0)
        {
            PolicyExamples tried = new(read, catalog, Problem);
            foreach (PolicyNode example in examples)
            {
                ReadExample(example, tried);
            }
        }

        return _problems.Count == 0 ? read : throw new FormatException(string.Join('\n', _problems.Take(MostProblems)));
    }

    private PolicyRule ReadRule(PolicyNode node)
    {
        PolicyRule rule = new() { Then = new CallRule(RuleEffect.Refuse, [], null) };
        bool hasEffect = false;
        ulong[]? tools = null;
        foreach ((string key, PolicyNode value) in Members(node, "a rule", RuleKeys))
        {
            switch (key)
            {
                case "who":
                    rule = rule with { Who = [.. Texts(value, key).Select(static name => name.Text)] };
                    break;
                case "tools":
                    tools = Either(tools, Texts(value, key), ToolsNamed);
                    break;
                case "categories":
                    tools = Either(tools, Texts(value, key), ToolsOfCategory);
                    break;
                case "scopes":
                    rule = rule with
                    {
                        Scopes = ToolScopeWords.Parse(Texts(value, key).Select(s => Word(s, "scope", Scopes))),
                    };
                    break;
                case "places":
                    rule = rule with
                    {
                        Then = rule.Then with { Places = [.. Texts(value, key).Select(PlaceOf).OfType<WritePlace>()] },
                    };
                    break;
                case "hours":
                    rule = rule with { Hours = ReadHours(value) };
                    break;
                case "then":
                    hasEffect = true;
                    rule = rule with { Then = rule.Then with { Effect = EffectOf(value) } };
                    break;
                case "reason":
                    rule = rule with { Then = rule.Then with { Reason = TextOf(value, key) } };
                    break;
            }
        }

        if (!hasEffect && node.Kind == JsonTokenType.StartObject)
        {
            Problem(node.At, $"a rule needs \"then\": {string.Join(", ", Effects)}");
        }

        return rule with
        {
            Tools = tools,
        };
    }

    private PolicyHours? ReadHours(PolicyNode node)
    {
        IReadOnlyList<IsoDayOfWeek> days =
        [
            .. Enumerable.Range(1, Days.Length).Select(static day => (IsoDayOfWeek)day),
        ];
        (LocalTime? from, LocalTime? to, DateTimeZone? zone) = (null, null, null);
        bool isWrong = false;
        foreach ((string key, PolicyNode value) in Members(node, "hours", HoursKeys))
        {
            switch (key)
            {
                case "days":
                    days =
                    [
                        .. Texts(value, key)
                            .Select(day => (IsoDayOfWeek)(Array.IndexOf(Days, Word(day, "day", Days)) + 1)),
                    ];
                    break;
                case "from":
                    isWrong |= (from = TimeOf(value, key)) is null;
                    break;
                case "to":
                    isWrong |= (to = TimeOf(value, key)) is null;
                    break;
                default:
                    isWrong |= (zone = ZoneOf(value)) is null;
                    break;
            }
        }

        if (from is not null && to is not null && zone is not null)
        {
            return new PolicyHours(days, from.Value, to.Value, zone);
        }

        if (!isWrong && node.Kind == JsonTokenType.StartObject)
        {
            Problem(node.At, "hours need \"from\", \"to\" and \"zone\"");
        }

        return null;
    }

    private void ReadExample(PolicyNode node, PolicyExamples tried)
    {
        PolicyExample example = new(node.At);
        foreach ((string key, PolicyNode value) in Members(node, "an example", ExampleKeys))
        {
            example = key switch
            {
                "who" => example with { Who = TextOf(value, key) },
                "tool" => example with { Tool = catalog.Find(Word(value, "tool", ToolNames())) },
                "place" => example with { Places = [.. Texts(value, key).Select(PlaceOf).OfType<WritePlace>()] },
                "at" => example with { At = MomentOf(value) },
                _ => example with { Then = EffectOf(value) },
            };
        }

        if (example is not { Who: not null, Tool: >= 0, Then: not null })
        {
            Problem(node.At, "an example needs \"who\", \"tool\" and \"then\"");
        }
        else
        {
            tried.Try(example);
        }
    }

    private IEnumerable<(string Key, PolicyNode Value)> Members(PolicyNode node, string what, string[] known)
    {
        if (node.Kind != JsonTokenType.StartObject)
        {
            Problem(node.At, $"{what} is a JSON object");
            yield break;
        }

        HashSet<string> seen = [];
        foreach ((string key, LineAndColumn at, PolicyNode value) in node.Members)
        {
            if (!known.Contains(key))
            {
                Problem(at, $"{what} has no \"{key}\"{Hint(key, known)}");
            }
            else if (!seen.Add(key))
            {
                Problem(at, $"\"{key}\" stands there twice");
            }
            else
            {
                yield return (key, value);
            }
        }
    }

    private List<PolicyNode> Items(PolicyNode node, string key)
    {
        if (node.Kind == JsonTokenType.StartArray)
        {
            return node.Items;
        }

        Problem(node.At, $"\"{key}\" is an array");
        return [];
    }

    /// <remarks>An empty list would fit nobody, or everybody; both are surprising.</remarks>
    private IEnumerable<PolicyNode> Texts(PolicyNode node, string key)
    {
        List<PolicyNode> items = node.Kind == JsonTokenType.String ? [node] : Items(node, key);
        if (node.Kind == JsonTokenType.StartArray && items.Count == 0)
        {
            Problem(node.At, $"\"{key}\" names nothing; leave it out for all");
        }

        foreach (PolicyNode item in items)
        {
            if (TextOf(item, key) is not null)
            {
                yield return item;
            }
        }
    }

    private string? TextOf(PolicyNode node, string key)
    {
        if (node.Kind == JsonTokenType.String && node.Text.Trim().Length > 0)
        {
            return node.Text;
        }

        Problem(node.At, $"\"{key}\" is a text");
        return null;
    }

    private ulong[] Either(ulong[]? tools, IEnumerable<PolicyNode> names, Func<PolicyNode, IEnumerable<int>> find)
    {
        ulong[] bits = tools ?? new ulong[(catalog.Count + 63) / 64];
        foreach (int tool in names.SelectMany(find))
        {
            bits[tool / 64] |= 1UL << (tool % 64);
        }

        return bits;
    }

    private IEnumerable<int> ToolsNamed(PolicyNode name)
    {
        int tool = catalog.Find(name.Text);
        if (tool < 0)
        {
            Word(name, "tool", ToolNames());
        }

        return tool < 0 ? [] : [tool];
    }

    private IEnumerable<int> ToolsOfCategory(PolicyNode name)
    {
        string[] categories = catalog.CategoryNames.ToArray();
        int category = Array.IndexOf(categories, Word(name, "category", categories));
        return Enumerable.Range(0, catalog.Count).Where(tool => catalog.CategoryIndex(tool) == category);
    }

    private string[] ToolNames() => [.. Enumerable.Range(0, catalog.Count).Select(catalog.Name)];

    private WritePlace? PlaceOf(PolicyNode node)
    {
        try
        {
            return WritePlace.Parse(node.Text);
        }
        catch (FormatException e)
        {
            Problem(node.At, $"\"{node.Text}\" is no place; it is one of {e.Message}");
            return null;
        }
    }

    private RuleEffect EffectOf(PolicyNode node) =>
        Word(node, "effect", Effects) switch
        {
            "allow" => RuleEffect.Allow,
            "confirm" => RuleEffect.Confirm,
            _ => RuleEffect.Refuse,
        };

    private LocalTime? TimeOf(PolicyNode node, string key)
    {
        if (Clock.Parse(node.Text) is { Success: true } parsed)
        {
            return parsed.Value;
        }

        Problem(node.At, $"\"{key}\" is a time of day, as \"08:00\"");
        return null;
    }

    private DateTimeZone? ZoneOf(PolicyNode node)
    {
        DateTimeZone? zone = TimeZones.Find(node.Text);
        if (zone is null)
        {
            Problem(node.At, $"there is no time zone \"{node.Text}\"{Hint(node.Text, DateTimeZoneProviders.Tzdb.Ids)}");
        }

        return zone;
    }

    private DateTimeOffset? MomentOf(PolicyNode node)
    {
        bool isMoment = OffsetDateTimePattern.ExtendedIso.Parse(node.Text) is { Success: true };
        if (!isMoment)
        {
            Problem(node.At, "\"at\" is a moment with its offset, as \"2026-11-30T10:00:00+01:00\"");
        }

        return isMoment ? DateTimeOffset.Parse(node.Text, CultureInfo.InvariantCulture) : null;
    }

    private string Word(PolicyNode node, string what, string[] known)
    {
        if (node.Kind != JsonTokenType.String || !known.Contains(node.Text))
        {
            string valid = known.Length > Days.Length + 20 ? string.Empty : $"; valid: {string.Join(", ", known)}";
            Problem(node.At, $"there is no {what} \"{node.Text}\"{Hint(node.Text, known)}{valid}");
        }

        return node.Text;
    }

    private static string Hint(string text, IEnumerable<string> known) => DidYouMean.Hint(text, known);

    private void Problem(LineAndColumn at, string text) => _problems.Add($"{at}: {text}");
}
