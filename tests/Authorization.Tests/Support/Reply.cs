using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ClickUpMcp.Authorization.Tests.Support;

/// <summary>What the server answered.</summary>
internal sealed partial record Reply(int Status, string? Location, string Body, IHeaderDictionary Headers)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    public string? Error => Json.TryGetProperty("error", out JsonElement error) ? error.GetString() : null;

    public string Text(string member) => Json.GetProperty(member).GetString()!;

    /// <summary>A parameter of the address that the browser is sent to.</summary>
    public string? Parameter(string name) =>
        QueryHelpers.ParseQuery(new Uri(Location!).Query).TryGetValue(name, out var value) ? value.ToString() : null;

    public string FormToken => WebUtility.HtmlDecode(TokenField().Match(Body).Groups["token"].Value);

    /// <summary>What comes after a mark, for pages with several forms.</summary>
    public Reply After(string mark) => this with { Body = Body[Body.IndexOf(mark, StringComparison.Ordinal)..] };

    [GeneratedRegex("name=\"form_token\" value=\"(?<token>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenField();
}
