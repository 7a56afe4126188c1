using ClickUpMcp.Api;

namespace ClickUpMcp.Tests.Api;

/// <summary>The next page of a <c>Link</c> header, however it is written.</summary>
public sealed class LinkHeaderTests
{
    [Theory]
    [InlineData("<https://a/x?after=2>; rel=\"next\"", "https://a/x?after=2")]
    [InlineData("<https://a/1>; rel=first, <https://a/2,b>; title=\"n\"; REL=next", "https://a/2,b")]
    [InlineData("<https://a/1>;rel=\"prev\",<https://a/2>;rel=\"last Next\"", "https://a/2")]
    [InlineData("</x?after=3>; rel=next", "/x?after=3")]
    [InlineData("<https://a/1>; rel=\"nextpage\"", null)]
    [InlineData("<https://a/1>", null)]
    [InlineData("<https://a/1; rel=next", null)]
    [InlineData("rel=next", null)]
    [InlineData("", null)]
    public void The_target_called_next_is_found(string header, string? target)
    {
        using HttpResponseMessage response = new();
        response.Headers.TryAddWithoutValidation("Link", header);

        LinkHeader.NextOf(response).ShouldBe(target);
    }

    [Fact]
    public void Several_headers_are_like_one()
    {
        using HttpResponseMessage response = new();
        response.Headers.TryAddWithoutValidation("Link", ["<https://a/1>; rel=prev", "<https://a/2>; rel=next"]);

        LinkHeader.NextOf(response).ShouldBe("https://a/2");
    }

    [Fact]
    public void Without_a_header_there_is_no_next_page()
    {
        using HttpResponseMessage response = new();

        LinkHeader.NextOf(response).ShouldBeNull();
    }
}
