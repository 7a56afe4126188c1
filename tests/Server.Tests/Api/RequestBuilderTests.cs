using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using FsCheck;
using FsCheck.Fluent;

namespace ClickUpMcp.Tests.Api;

public class RequestBuilderTests
{
    private static readonly Uri Base = new("https://api.clickup.com/");

    private static readonly string[] Fragments =
    [
        "..",
        ".",
        "/",
        "\\",
        "../",
        "..\\",
        "%2f",
        "%2e%2e",
        "%2F..%2F",
        "?",
        "#",
        "&a=b",
        "\r\n",
        "Host: evil",
        "//evil.example",
        "@evil.example",
        "https://evil.example/",
        ":8080",
        " ",
        "\0",
        "\ud800",
        "é",
        "\u202e",
        "\u2028",
        "😀",
        "．．",
        "／",
        "86abc1234",
        "%",
        "%zz",
        ";",
        "=",
        "+",
    ];

    private static readonly Gen<string> HostileText = Gen.OneOf(
            Gen.Elements(Fragments),
            ArbMap.Default.GeneratorFor<string>().Where(static s => s is not null)
        )
        .ListOf()
        .Select(static parts => string.Concat(parts));

    [Fact]
    public void S_01_no_segment_changes_path_structure_host_or_query() =>
        Check(
            Prop.ForAll(
                HostileText.ToArbitrary(),
                static text =>
                {
                    ClickUpRequest request;
                    try
                    {
                        request = new ClickUpRequestBuilder("Test", ClickUpMethod.Get)
                            .Path("/api/v2/task/")
                            .Segment(text)
                            .Path("/comment")
                            .Query("a", "b")
                            .Build();
                    }
                    catch (ActionableException)
                    {
                        return IsRefusable(text);
                    }

                    Uri url = new(Base, request.PathAndQuery);
                    return url.GetLeftPart(UriPartial.Authority) == "https://api.clickup.com"
                        && url.Query == "?a=b"
                        && url.Fragment.Length == 0
                        && url.Segments.Length == 6
                        && url.AbsolutePath.StartsWith("/api/v2/task/", StringComparison.Ordinal)
                        && url.AbsolutePath.EndsWith("/comment", StringComparison.Ordinal)
                        && url.PathAndQuery == request.PathAndQuery
                        && request.PathAndQuery.All(static c => c is > ' ' and <= '~')
                        && request.PathTemplate == "/api/v2/task/{id}/comment"
                        && !IsRefusable(text);
                }
            )
        );

    [Fact]
    public void A_path_that_nobody_took_apart_has_no_template_but_its_shape() =>
        new ClickUpRequest("Test", ClickUpMethod.Get, "/api/v2/task/86abc", "a=b", default).PathTemplate.ShouldBe(
            "/{id}/{id}/{id}/{id}"
        );

    [Fact]
    public void S_01_no_query_value_changes_anything_but_itself() =>
        Check(
            Prop.ForAll(
                HostileText.ToArbitrary(),
                static text =>
                {
                    ClickUpRequest request = new ClickUpRequestBuilder("Test", ClickUpMethod.Get)
                        .Path("/api/v2/team")
                        .Query("q[]", text)
                        .Query("z", 1)
                        .Build();
                    Uri url = new(Base, request.PathAndQuery);
                    string[] parts = url.Query[1..].Split('&');
                    return url.Host == "api.clickup.com"
                        && url.AbsolutePath == "/api/v2/team"
                        && url.Fragment.Length == 0
                        && parts.Length == 2
                        && parts[1] == "z=1"
                        && parts[0].StartsWith("q%5B%5D=", StringComparison.Ordinal)
                        && (
                            text.Any(char.IsSurrogate) || Uri.UnescapeDataString(parts[0]["q%5B%5D=".Length..]) == text
                        );
                }
            )
        );

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../user")]
    [InlineData("a/..\\b")]
    [InlineData("a\r\nHost: evil")]
    [InlineData("..;/user")]
    [InlineData("..;a=b")]
    [InlineData("%2e%2e")]
    [InlineData("%2E")]
    [InlineData("..%2Fuser")]
    [InlineData("a%252f..")]
    [InlineData("%c0%ae%c0%ae")]
    [InlineData("a%00")]
    public void A_segment_that_is_no_id_is_refused_with_advice(string text)
    {
        ActionableException error = Should.Throw<ActionableException>(() =>
            new ClickUpRequestBuilder("Test", ClickUpMethod.Get).Path("/api/v2/task/").Segment(text)
        );
        error.Next.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void A_tag_with_a_slash_stays_one_segment() =>
        new ClickUpRequestBuilder("Test", ClickUpMethod.Delete)
            .Path("/api/v2/task/1/tag/")
            .Segment("a/b; 100% done")
            .Build()
            .PathAndQuery.ShouldBe("/api/v2/task/1/tag/a%2Fb%3B%20100%25%20done");

    [Theory]
    [InlineData("x")]
    [InlineData("//evil.example/x")]
    public void A_path_that_does_not_start_with_one_slash_is_a_bug(string literal) =>
        Should.Throw<InvalidOperationException>(() =>
            new ClickUpRequestBuilder("Test", ClickUpMethod.Get).Path(literal).Build()
        );

    [Fact]
    public void Query_values_are_written_by_type_and_absent_ones_not_at_all()
    {
        using JsonDocument json = JsonDocument.Parse("""[{"a":"é"}]""");
        ClickUpRequest request = new ClickUpRequestBuilder("Test", ClickUpMethod.Get)
            .Path("/x")
            .Query("none", (string?)null)
            .Query("none", (bool?)null)
            .Query("none", (long?)null)
            .Query("none", (double?)null)
            .Query("none", (JsonElement?)null)
            .Query("none", (IReadOnlyList<string>?)null)
            .Query("none", (IReadOnlyList<long>?)null)
            .Query("text", "a b")
            .Query("flag", true)
            .Query("count", long.MaxValue)
            .Query("number", 0.1)
            .Query("json", json.RootElement)
            .Query("s[]", ["x", "y"])
            .Query("n[]", [1L, 2L])
            .Build();
        Uri.UnescapeDataString(request.Query)
            .ShouldBe(
                "text=a b&flag=true&count=9223372036854775807&number=0.1"
                    + "&json=[{\"a\":\"é\"}]&s[]=x&s[]=y&n[]=1&n[]=2"
            );
        request.Body.IsEmpty.ShouldBeTrue();
    }

    [Fact]
    public void A_custom_task_id_is_sent_with_its_workspace()
    {
        Query(null).ShouldBe("");
        Query("9012").ShouldBe("custom_task_ids=true&team_id=9012");

        static string Query(string? workspace) =>
            new ClickUpRequestBuilder("Test", ClickUpMethod.Get).Path("/x").CustomTaskIds(workspace).Build().Query;
    }

    [Fact]
    public void Ids_are_joined_by_commas_and_none_leave_no_trace()
    {
        ClickUpRequestBuilder.Join([new ListId("1"), new ListId("2")], static id => id.Value).ShouldBe("1,2");
        ClickUpRequestBuilder.Join((IReadOnlyList<ListId>?)null, static id => id.Value).ShouldBeNull();
    }

    private static bool IsRefusable(string text) =>
        string.IsNullOrWhiteSpace(text)
        || text.Any(char.IsControl)
        || text.Split('%').Skip(1).Any(static rest => rest.Length > 1 && rest[..2].All(char.IsAsciiHexDigit))
        || text.Split('/', '\\', ';').Any(static part => part.Trim() is "." or "..");

    private static void Check(Property property) =>
        FsCheck.Check.One(Config.QuickThrowOnFailure.WithMaxTest(3000), property);
}
