using System.Globalization;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Resolution;

public class NameIndexTests
{
    private const int Many = 400;

    private static readonly string[] Words =
    [
        "Plan",
        "plam",
        "PLANS",
        "Sprint",
        "Bugs",
        "(backend)",
        "Q4/2026",
        "C++",
        "C",
        "Ümlaut",
        "Umlaut",
        "ideas",
        "fu\u0308r",
        "web",
        "app",
        "Web-App",
        "—",
        "()",
        "計画",
        "🚀",
        "11",
        "1.1",
        "a",
        "ab",
        "   ",
        "Verkehrsinfrastrukturfinanzierungsgesellschaftsvertragsentwurfsfassungen",
    ];

    private static readonly string[] Signs = [" ", " ", " ", "", "-", "  ", " / ", "/", " > ", ": "];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    public void It_finds_what_a_search_through_all_finds(int seed)
    {
        Random random = new(seed);
        NamedThing[] things = [.. Enumerable.Range(0, Many).Select(id => Thing(id, random))];
        NameIndex index = new(things);
        NameTable plain = new(things);
        NameTable quick = new(things) { Index = index };
        for (int i = 0; i < Many; i++)
        {
            string text = Sought(things, random);
            foreach (MatchQuality worst in new[] { MatchQuality.Whole, MatchQuality.Part })
            {
                NameMatches expected = plain.Find(text, worst);
                NameMatches found = quick.Find(text, worst);
                found.Things.ShouldBe(expected.Things, text);
                (found.Any ? found.Quality : default).ShouldBe(expected.Any ? expected.Quality : default, text);
            }

            quick.Closest(text, 5).ShouldBe(plain.Closest(text, 5), text);
        }
    }

    [Fact]
    public void An_id_is_found_as_the_only_thing()
    {
        NamedThing[] things =
        [
            .. Enumerable.Range(0, Many).Select(static id => new NamedThing(Id(id), "Plan", "", [])),
        ];
        NameTable table = new NameTable(things) { Index = new NameIndex(things) };
        table.WithId("7").Find("7", MatchQuality.Part).Things.Single().Id.ShouldBe("7");
        table.WithId("none").ShouldBe(table);
    }

    [Fact]
    public void Things_that_are_as_close_come_by_name_and_those_of_one_name_in_their_order()
    {
        string[] names = ["b", "a", "b", "c", "a", "b", "b"];
        NamedThing[] things = [.. names.Select(static (name, id) => new NamedThing(Id(id), name, "", []))];
        foreach (
            IEnumerable<NamedThing> found in new[]
            {
                new NameIndex(things).Closest("x", 5),
                NameScore.Closest(things, "x", 5),
            }
        )
        {
            string.Concat(found.Select(static thing => thing.Id)).ShouldBe("14025");
        }
    }

    private static string Sought(NamedThing[] things, Random random)
    {
        string name = things[random.Next(things.Length)].Name;
        return random.Next(8) switch
        {
            0 => Name(random),
            1 => name,
            2 => name[..random.Next(name.Length + 1)],
            3 => name[random.Next(name.Length)..],
            4 => name.Insert(random.Next(name.Length + 1), "x"),
            5 => name.Remove(random.Next(name.Length), 1),
            6 => FoldedName.Of(name).Compact,
            _ => Place(random) + " / " + name,
        };
    }

    private static NamedThing Thing(int id, Random random) =>
        new(Id(id), Name(random), "list", random.Next(2) == 0 ? [Place(random)] : [Place(random), Place(random)]);

    private static string Name(Random random)
    {
        string name = Word(random);
        for (int words = random.Next(4); words > 0; words--)
        {
            name += Signs[random.Next(Signs.Length)] + Word(random);
        }

        return name;
    }

    private static string Place(Random random) => random.Next(2) == 0 ? "Apps" : "Ops";

    private static string Word(Random random) =>
        random.Next(3) == 0 ? Id(random.Next(50)) : Words[random.Next(Words.Length)];

    private static string Id(int id) => id.ToString(CultureInfo.InvariantCulture);
}
