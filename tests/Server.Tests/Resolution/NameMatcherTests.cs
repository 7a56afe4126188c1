using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tests.Resolution;

public class NameMatcherTests
{
    private static readonly string[] Lists =
    [
        "Sprint 41 (11/11 - 11/24)",
        "Sprint 42 (11/25 - 12/8)",
        "Web App",
        "Web Appendix",
        "Marketing Ideas",
        "Ideas for Q3",
        "Bugs (backend)",
        "Bugs (frontend)",
        "C",
        "C++",
        "Backlog 2026",
        "Backlog 20",
        "Old Roadmap",
        "Q4/2026 Plan",
    ];

    [Theory]
    [InlineData("Sprint 42", "Sprint 42 (11/25 - 12/8)")]
    [InlineData("sprint 42 11/25", "Sprint 42 (11/25 - 12/8)")]
    [InlineData("42", "Sprint 42 (11/25 - 12/8)")]
    [InlineData("webapp", "Web App")]
    [InlineData("WEB_APP", "Web App")]
    [InlineData("web apps", null)]
    [InlineData("web appe", "Web Appendix")]
    [InlineData("Ideas", "Ideas for Q3")]
    [InlineData("ideas marketing", "Marketing Ideas")]
    [InlineData("mark ide", "Marketing Ideas")]
    [InlineData("c", "C")]
    [InlineData("c++", "C++")]
    [InlineData("Backlog 2", null)]
    [InlineData("backlog 20", "Backlog 20")]
    [InlineData("roadmap", "Old Roadmap")]
    [InlineData("Q4/2026", "Q4/2026 Plan")]
    [InlineData("Bugs", "2")]
    [InlineData("sprint", "2")]
    [InlineData("nothing", null)]
    [InlineData("()", null)]
    [InlineData("", null)]
    public void A_name_means_the_one_thing_that_it_fits_best(string text, string? expected)
    {
        NameMatches found = Find(text);
        (
            found.Things.Count == 1 ? found.Things[0].Name
            : found.Any ? $"{found.Things.Count}"
            : null
        ).ShouldBe(expected);
    }

    [Theory]
    [InlineData("Web App", nameof(MatchQuality.Same))]
    [InlineData("web  app\u200B", nameof(MatchQuality.Same))]
    [InlineData("web-app", nameof(MatchQuality.Whole))]
    [InlineData("Sprint 42", nameof(MatchQuality.Words))]
    [InlineData("Old Road", nameof(MatchQuality.Part))]
    public void How_well_it_fits_is_known(string text, string quality) =>
        Find(text).Quality.ShouldBe(Enum.Parse<MatchQuality>(quality));

    [Fact]
    public void The_first_and_the_last_name_of_people_are_worth_the_same()
    {
        NamedThing[] people = [Person("1", "Anna Schmidt", "as@x.test"), Person("2", "Maria Anna", "maria@x.test")];
        NameMatcher.Find(people, "anna").Things.Count.ShouldBe(2);
        NameMatcher.Find(people, "Schmidt").Things[0].Id.ShouldBe("1");
        NameMatcher.Find(people, "schmidt, anna").Things[0].Id.ShouldBe("1");
        NameMatcher.Find(people, "AS").Things[0].Id.ShouldBe("1");
        NameMatcher.Find(people, "maria@X.test").Quality.ShouldBe(MatchQuality.Same);
    }

    [Fact]
    public void A_path_narrows_what_its_last_part_may_mean()
    {
        NamedThing[] things =
        [
            new("1", "Sprint 42 (a)", "", ["Engineering", "Sprints"]),
            new("2", "Sprint 42 (b)", "", ["Marketing"]),
        ];
        NameMatcher.Find(things, "marketing / sprint 42").Things.Single().Id.ShouldBe("2");
        NameMatcher.Find(things, "Engineering > Sprint 42").Things.Single().Id.ShouldBe("1");
        NameMatcher.Find(things, "Sprint 42").Things.Count.ShouldBe(2);
        NameMatcher.Find(things, "Sales / Sprint 42").Any.ShouldBeFalse();
    }

    [Theory]
    [InlineData("Sprnt 42", "Sprint 42 (11/25 - 12/8)")]
    [InlineData("Web Aps", "Web App")]
    [InlineData("Roadmaps old", "Old Roadmap")]
    [InlineData("frontend bug", "Bugs (frontend)")]
    [InlineData("marketting", "Marketing Ideas")]
    public void The_candidate_that_was_meant_comes_first(string text, string first)
    {
        List<NamedThing> closest = [.. NameScore.Closest(Things(), text, 5)];
        closest.Count.ShouldBe(5);
        closest[0].Name.ShouldBe(first);
    }

    [Fact]
    public void Ten_thousand_names_are_folded_once()
    {
        NamedThing[] many =
        [
            .. Enumerable.Range(0, 10_000).Select(static i => new NamedThing($"{i}", $"List {i}", "", [])),
        ];
        NameMatcher.Find(many, "list-9999").Things.Single().Id.ShouldBe("9999");
        many[5].Folded.ShouldBeSameAs(many[5].Folded);
    }

    private static NamedThing[] Things() => [.. Lists.Select(static name => new NamedThing(name, name, "", []))];

    private static NamedThing Person(string id, string name, string email) => new(id, name, "", []) { Email = email };

    private static NameMatches Find(string text) => NameMatcher.Find(Things(), text);
}
