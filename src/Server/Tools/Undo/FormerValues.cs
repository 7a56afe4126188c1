using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The body that gives a thing back the values that a write took from it: of each member that was sent, the former one.</summary>
internal sealed class FormerValues
{
    private const string TimeOf = "~";

    private readonly JsonElement _map;
    private readonly JsonElement _sent;
    private readonly DateZones _zones;
    private readonly JsonElement _thing;
    private readonly JsonElement _response;
    private readonly JsonObject _body = [];
    private readonly List<string> _hidden = [];
    private readonly List<LeftValue> _left = [];
    private bool _hasValue;

    /// <param name="map">Where former values stand.</param>
    /// <param name="sent">The body of the write.</param>
    /// <param name="thing">The thing as it was.</param>
    /// <param name="response">The thing in the response; undefined where it shows none.</param>
    /// <param name="zones">The zones in which dates without a time are told.</param>
    public FormerValues(JsonElement map, JsonElement sent, JsonElement thing, JsonElement response, DateZones zones)
    {
        _map = map;
        _sent = sent;
        _zones = zones;
        _thing = thing;
        _response = response;
        Add(sent, string.Empty);
    }

    /// <summary>The body; null where no former value is known.</summary>
    public string? Body => _hasValue ? _body.ToJsonString() : null;

    /// <summary>The members whose former values the thing does not show.</summary>
    public IReadOnlyList<string> Hidden => _hidden;

    /// <summary>What the write left in the thing.</summary>
    public IReadOnlyList<LeftValue> Left => _left;

    private void Add(JsonElement sent, string path)
    {
        if (sent.ValueKind == JsonValueKind.Object && !IsMapped(path))
        {
            foreach (JsonProperty member in sent.EnumerateObject())
            {
                Add(member.Value, path.Length == 0 ? member.Name : $"{path}.{member.Name}");
            }
        }
        else if (path.Length > 0)
        {
            AddLeaf(path, sent);
        }
    }

    private void AddLeaf(string path, JsonElement sent)
    {
        JsonElement rule = _map.Member(path);
        switch (rule.ValueKind)
        {
            case JsonValueKind.Null:
                break;
            case JsonValueKind.Undefined:
                AddFormer(path, path, sent, default);
                break;
            case JsonValueKind.String when rule.GetString()!.StartsWith(TimeOf, StringComparison.Ordinal):
                JsonElement date = UndoPath.Select(_thing, rule.GetString()![TimeOf.Length..]).FirstOrDefault();
                Put(path, DateText.HasTime(date, _zones));
                break;
            case JsonValueKind.String when rule.GetString()!.StartsWith('='):
                Put(path, UndoTemplate.Value(rule.GetString()!, static _ => []));
                break;
            case JsonValueKind.String:
                AddFormer(path, rule.GetString()!, sent, default);
                break;
            default:
                AddByRule(path, rule, sent);
                break;
        }
    }

    private void AddByRule(string path, JsonElement rule, JsonElement sent)
    {
        if (rule.Text("from") is { } from)
        {
            AddFormer(path, from, sent, rule);
            return;
        }

        string members = rule.Text("added") ?? rule.Text("removed")!;
        bool wasAdded = rule.Text("added") is not null;
        HashSet<string> there = [.. UndoPath.Select(_thing, members).Select(UndoText.Of)];
        JsonNode?[] changed =
        [
            .. (sent.ValueKind == JsonValueKind.Array ? sent.EnumerateArray() : default)
                .Where(id => there.Contains(UndoText.Of(id)) != wasAdded)
                .Select(UndoTemplate.Node),
        ];
        if (changed.Length > 0)
        {
            _hasValue = true;
            Put(rule.Text("to") ?? path, new JsonArray(changed));
        }
    }

    private void AddFormer(string path, string from, JsonElement sent, JsonElement rule)
    {
        string place = from.TrimStart('#');
        List<JsonElement> found = UndoPath.Select(_thing, place);
        if (found.Count == 0 && !IsShown(place))
        {
            _hidden.Add(path);
            return;
        }

        _hasValue = true;
        string to = rule.Text("to") ?? path;
        JsonNode? value = UndoTemplate.Value(from, expression => UndoPath.Select(_thing, expression));
        if (value is not null && rule.Member("words") is { ValueKind: JsonValueKind.Object } words)
        {
            JsonElement word = words.Member(UndoText.Of(found[0]));
            value = word.ValueKind == JsonValueKind.Undefined ? value : UndoTemplate.Node(word);
        }

        foreach (
            JsonProperty other in rule.Member("with") is { ValueKind: JsonValueKind.Object } with
                ? with.EnumerateObject()
                : default
        )
        {
            Put(other.Name, UndoTemplate.Node(other.Value));
        }

        if (value is null && rule.Member("emptyBy") is { ValueKind: JsonValueKind.Object } others)
        {
            foreach (JsonProperty other in others.EnumerateObject())
            {
                Put(other.Name, UndoTemplate.Node(other.Value));
            }
        }
        else
        {
            JsonElement empty = rule.Member("empty");
            Put(to, value ?? (empty.ValueKind == JsonValueKind.Undefined ? null : UndoTemplate.Node(empty)));
        }

        AddLeft(place, sent, rule);
    }

    // What the response shows is as the thing will show it; what was sent may be formatted anew.
    private void AddLeft(string place, JsonElement sent, JsonElement rule)
    {
        List<JsonElement> shown =
            _response.ValueKind == JsonValueKind.Undefined ? [] : UndoPath.Select(_response, place);
        bool isTranslated =
            rule.ValueKind == JsonValueKind.Object
            && (rule.Text("to") is not null || rule.Member("words").ValueKind != JsonValueKind.Undefined);
        if (shown.Count > 0 || !isTranslated)
        {
            string text = UndoText.Of(shown.Count > 0 ? shown[0] : sent);
            _left.Add(new LeftValue(place, shown.Count > 0 ? text : Joined(place, text, rule)));
        }
    }

    // What was put before or behind a text stands there with it.
    private string Joined(string place, string text, JsonElement rule)
    {
        string? mode =
            rule.ValueKind == JsonValueKind.Object && rule.Text("mode") is { } member ? _sent.Text(member) : null;
        string before = UndoText.Of(UndoPath.Select(_thing, place).FirstOrDefault());
        return mode switch
        {
            "append" => $"{before}\n{text}",
            "prepend" => $"{text}\n{before}",
            _ => text,
        };
    }

    // What is nothing is left out by some responses, so a thing that shows the members around it is taken to have nothing there.
    private bool IsShown(string place)
    {
        int dot = place.LastIndexOf('.');
        return dot < 0
            ? place is "parent" or "description" or "sub_title" or "topic"
            : UndoPath.Select(_thing, place[..dot]) is { Count: > 0 } around
                && around[0].ValueKind == JsonValueKind.Null;
    }

    private bool IsMapped(string path) => path.Length > 0 && _map.Member(path).ValueKind != JsonValueKind.Undefined;

    private void Put(string path, JsonNode? value)
    {
        JsonObject place = _body;
        string[] names = path.Split('.');
        foreach (string name in names[..^1])
        {
            if (place[name] is not JsonObject inner)
            {
                place[name] = inner = [];
            }

            place = inner;
        }

        place[names[^1]] = value;
    }
}
