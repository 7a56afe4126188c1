using System.Text;
using ClickUpMcp.Api;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Api;

/// <summary>What an API does its own way is read as its spec says, and nothing else.</summary>
public sealed class DialectTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly UpstreamDialect Nested = ToolCatalog.Upstream with
    {
        ErrorCodes = ["error.code", "code"],
        ErrorMessages = ["error.detail.text", "message"],
    };

    [Theory]
    [InlineData("""{"error":{"code":"A_1","detail":{"text":"why"}}}""", "A_1", "why")]
    [InlineData("""{"x":[{"error":{"code":"B"}}],"code":"C","message":"m"}""", "C", "m")]
    [InlineData("""{"error":{"detail":{"text":7},"code":"A"},"message":"m"}""", "A", "m")]
    [InlineData("""{"error":"code","code":"C"}""", "C", null)]
    [InlineData("""{"error":{"code":"not a code"},"code":"C"}""", "C", null)]
    [InlineData("""{"error":{"code":"A","detail":{"te""", "A", null)]
    [InlineData("""{"error.code":"A"}""", "A", null)]
    [InlineData("""[{"code":"C"}]""", null, null)]
    [InlineData("<html>", null, null)]
    [InlineData("", null, null)]
    public void Errors_are_read_along_their_paths(string body, string? code, string? text)
    {
        ApiErrorBody error = ApiErrorBody.Read(Encoding.UTF8.GetBytes(body), Nested);

        error.ShouldBe(new ApiErrorBody(code, text));
    }

    [Theory]
    [InlineData("Bearer", "pk_", "pk_1", "pk_1")]
    [InlineData("Bearer", "pk_", "abc", "Bearer abc")]
    [InlineData("Bearer", "", "pk_1", "Bearer pk_1")]
    [InlineData("", "", "abc", "abc")]
    public void A_key_stands_behind_its_scheme_unless_it_is_sent_bare(
        string scheme,
        string bare,
        string key,
        string value
    ) => new KeyHeader("X", scheme, bare).ValueOf(key).ShouldBe(value);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("1767225690", null)]
    [InlineData("soon", null)]
    public void A_reset_in_seconds_counts_from_now_and_is_never_unix_time(string value, int? seconds) =>
        ResetOf(ResetForm.Seconds, value).ShouldBe(seconds is { } given ? Now.AddSeconds(given) : null);

    [Fact]
    public void A_reset_in_unix_time_is_an_instant() =>
        ResetOf(ResetForm.UnixSeconds, "1767225690").ShouldBe(Now.AddSeconds(90));

    [Fact]
    public void A_budget_is_read_from_the_headers_that_the_spec_names()
    {
        using HttpResponseMessage response = new();
        response.Headers.TryAddWithoutValidation("A", "100");
        response.Headers.TryAddWithoutValidation("B", "3");
        response.Headers.TryAddWithoutValidation("C", "9");
        RateLimitNames names = new("A", "B", "C", ResetForm.Seconds);

        RateLimitHeaders.TryRead(response.Headers, names, Now, out RateLimitHeaders budget).ShouldBeTrue();
        budget.ShouldBe(new RateLimitHeaders(100, 3, Now.AddSeconds(9)));
        RateLimitHeaders.TryRead(response.Headers, names with { Reset = "D" }, Now, out _).ShouldBeFalse();
    }

    private static DateTimeOffset? ResetOf(ResetForm form, string value)
    {
        using HttpResponseMessage response = new();
        response.Headers.TryAddWithoutValidation("RateLimit-Reset", value);
        RateLimitNames names = new("RateLimit-Limit", "RateLimit-Remaining", "RateLimit-Reset", form);
        return RateLimitHeaders.ResetOf(response.Headers, names, Now);
    }
}
