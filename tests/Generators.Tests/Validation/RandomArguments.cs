using System.Globalization;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Tests.Validation;

/// <summary>Writes the arguments of a call: valid, or with the one value broken whose turn it is.</summary>
/// <param name="seed">The same seed makes the same values, up to the broken one.</param>
/// <param name="broken">Which value to break, counted as they are written; -1 for none.</param>
internal sealed class RandomArguments(int seed, int broken)
{
    private static readonly string[] Dates = ["2026-12-01", "2026-12-01T15:30", "tomorrow", "next friday", "in 3 days"];
    private static readonly string[] Durations = ["1h 30m", "90m", "1.5h", "1:30", "45"];

    private readonly Random _random = new(seed);

    /// <summary>How many values were written, and so could have been broken.</summary>
    public int Count { get; private set; }

    private RandomJson Json => new(_random);

    private RandomText Texts => new(_random);

    /// <summary>An object with the required arguments and some of the others.</summary>
    public string Object(EquatableArray<ArgumentModel> arguments)
    {
        List<(string Name, string Value)> members =
        [
            .. arguments
                // Seldom clear, which is refused beside a value for what it names.
                .Where(a => a.Required || Chance(a.Role == ArgumentRole.Clear ? 10 : 60))
                .Select(a => (a.Name, Value: Value(a.Type)))
                .OrderBy(_ => _random.Next()),
        ];
        if (IsBroken())
        {
            Break(members);
        }

        return $"{{{string.Join(',', members.DistinctBy(static m => m.Name).Select(m => $"{Json.Quote(m.Name)}:{m.Value}"))}}}";
    }

    private void Break(List<(string Name, string Value)> members)
    {
        int choice = members.Count == 0 ? 0 : _random.Next(6);
        int at = members.Count == 0 ? 0 : _random.Next(members.Count);
        switch (choice)
        {
            case 0:
                members.Insert(at, (Json.UnknownName(), Json.Value(1)));
                break;
            case 1:
                members.RemoveAt(at);
                break;
            case 2:
                members[at] = (Pick(members[at].Name.ToUpperInvariant(), members[at].Name + " "), members[at].Value);
                break;
            case 3:
                members[at] = (members[at].Name, "null");
                break;
            default:
                members[at] = (members[at].Name, Json.Value(2));
                break;
        }
    }

    private string Value(TypeModel type)
    {
        string value = Valid(type);
        if (!IsBroken())
        {
            return value;
        }

        return Chance(25) ? Json.Value(2)
            : Chance(30) ? OtherForm(type, value)
            : BrokenValue(type, value);
    }

    /// <summary>The same in another JSON type, as clients send it.</summary>
    private string OtherForm(TypeModel type, string value)
    {
        switch (type.Kind)
        {
            case TypeKind.Enum:
                EnumValueModel label = type.Values[_random.Next(type.Values.Count)];
                return Pick(
                    label.WireJson,
                    Json.Quote(JsonConstant.Text(label.WireJson).ToUpperInvariant()),
                    Json.Quote(label.Label.ToUpperInvariant())
                );
            case TypeKind.Array when Chance(50):
                return Value(type.Items!);
            case TypeKind.Boolean or TypeKind.Integer or TypeKind.Number or TypeKind.Array or TypeKind.Object:
            case TypeKind.Json when type.Holds != "Any":
                return Json.Quote(Pick("", " ") + value + Pick("", "\n"));
            default:
                return Json.Number();
        }
    }

    private string Valid(TypeModel type) =>
        type.Kind switch
        {
            TypeKind.Boolean => Pick("true", "false"),
            TypeKind.Integer => Spell(Integer(type)),
            TypeKind.Number => Number(type),
            TypeKind.Date => Json.Quote(Pick(Dates)),
            TypeKind.Duration => Json.Quote(Pick(Durations)),
            TypeKind.Enum => Json.Quote(Pick([.. type.Values.Select(static v => v.Label)])),
            TypeKind.Entity => Json.Quote(Texts.OfLength(_random.Next(1, 12))),
            TypeKind.Array => Array(Items(type, _random.Next(type.MinItems ?? 0, (type.MinItems ?? 0) + 3))),
            TypeKind.Object => Object(type.Fields),
            TypeKind.Json when type.Holds != "Any" => Pick(
                "{}",
                "{\"a\":1}",
                "[]",
                "[{}]",
                "[{\"b\":[]},{}]",
                "[{},1]",
                "null",
                "\"x\""
            ),
            TypeKind.Json => Json.Value(3),
            _ => Json.Quote(Texts.Of(type)),
        };

    private string BrokenValue(TypeModel type, string valid) =>
        type.Kind switch
        {
            TypeKind.Boolean => Pick("\"true\"", "0", "1", "[true]"),
            TypeKind.Integer => Pick(
                Spell(Numbers.Minimum(type.Minimum) - 1),
                Spell(Numbers.Maximum(type.Maximum) + 1),
                Numbers.Minimum(type.Minimum) + ".5",
                Json.Number()
            ),
            TypeKind.Number => Pick(Beside(type.Minimum), Beside(type.Maximum), Json.Number()),
            TypeKind.Date => Json.Quote(Texts.OfLength(Pick(0, 100, 101))),
            TypeKind.Duration => Json.Quote(Texts.OfLength(Pick(0, 50, 51))),
            TypeKind.Entity => Json.Quote(Texts.OfLength(Pick(0, 1, 300, 301))),
            TypeKind.Enum => Json.Quote(type.Values[0].Label.ToUpperInvariant() + Pick("", " ", Json.Piece())),
            TypeKind.Array => BrokenArray(type, valid),
            TypeKind.Object => Array([valid]),
            TypeKind.Json => Json.Deep(),
            _ => BrokenText(type),
        };

    private string BrokenText(TypeModel type)
    {
        if (type.Format == StringFormat.None)
        {
            int minimum = type.MinLength ?? 0;
            int maximum = type.MaxLength ?? minimum + 9;
            return Json.Quote(Texts.OfLength(Pick(Math.Max(0, minimum - 1), minimum, maximum, maximum + 1)));
        }

        string text = Texts.Of(type);
        int at = _random.Next(text.Length + 1);
        return Json.Quote(
            Pick(text.Insert(at, Json.Piece()), text[..at] + Json.Piece(), Json.Piece() + text[at..], text[..at])
        );
    }

    private string BrokenArray(TypeModel type, string valid)
    {
        List<string> items = Items(
            type,
            Pick((type.MinItems ?? 1) - 1, type.MaxItems ?? 2, (type.MaxItems ?? 3) + 1, 2)
        );
        if (items.Count > 0 && Chance(50))
        {
            items.Add(Pick("null", items[0], RandomJson.Respell(items[0]), RandomJson.Respell(items[^1])));
        }

        return Pick(Array(items), Array(items), Array(items), $"{{\"0\":{valid}}}");
    }

    private List<string> Items(TypeModel type, int count)
    {
        List<string> items = [];
        for (int tries = 0; items.Count < count && tries < 3 * count; tries++)
        {
            string item = Value(type.Items!);
            if (!type.UniqueItems || !items.Contains(item))
            {
                items.Add(item);
            }
        }

        return items;
    }

    private static string Array(List<string> items) => $"[{string.Join(',', items)}]";

    private long Integer(TypeModel type)
    {
        long minimum = Numbers.Minimum(type.Minimum);
        long maximum = Numbers.Maximum(type.Maximum);
        return Pick(minimum, maximum, _random.NextInt64(minimum, maximum + 1), Math.Clamp(1, minimum, maximum));
    }

    private string Spell(long number) => number + Pick("", "", ".0", "e0", ".00E+0");

    private string Number(TypeModel type)
    {
        double minimum = type.Minimum is { } low ? Parse(low) : -1e9;
        double maximum = type.Maximum is { } high ? Parse(high) : 1e9;
        return Pick(
            type.Minimum ?? "-0.0",
            type.Maximum ?? "1e300",
            Text(minimum + (_random.NextDouble() * (maximum - minimum)))
        );
    }

    // The nearest doubles on both sides of a bound, and the bound itself.
    private string Beside(string? bound)
    {
        double value = Parse(bound ?? "0");
        return Text(Pick(Math.BitDecrement(value), value, Math.BitIncrement(value)));
    }

    private static double Parse(string number) => double.Parse(number, CultureInfo.InvariantCulture);

    private static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private bool IsBroken() => Count++ == broken;

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(params T[] items) => items[_random.Next(items.Length)];
}
