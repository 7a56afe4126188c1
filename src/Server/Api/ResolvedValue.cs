using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Api;

/// <summary>Reads what resolution recorded; using a value before it was resolved is a bug of the caller.</summary>
internal static class ResolvedValue
{
    public static string IdOf(EntityReference reference) =>
        reference.Id ?? throw new InvalidOperationException($"A {reference.Kind} was used before it was resolved.");

    /// <summary>The id as a 64-bit number; never through a double, which would lose digits.</summary>
    /// <exception cref="ActionableException">The id is not a number.</exception>
    public static long NumberOf(EntityReference reference) =>
        long.TryParse(IdOf(reference), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number)
            ? number
            : throw new ActionableException(
                $"The id of this {EntityNoun.Of(reference.Kind)} is not a number.",
                "ClickUp takes only a numeric id here.",
                "Give the numeric id or the name."
            );

    /// <summary>Unix milliseconds.</summary>
    public static long InstantOf(DateExpression date) =>
        date.IsResolved
            ? date.UnixMilliseconds
            : throw new InvalidOperationException("A date was used before it was resolved.");

    /// <summary>The blocks of a comment.</summary>
    public static JsonElement? BlocksOf(CommentText comment) =>
        comment.Blocks ?? throw new InvalidOperationException("A comment was used before it was resolved.");

    /// <summary>The instant in ISO 8601, in UTC; null for an absent date.</summary>
    public static string? IsoOf(DateExpression? date) =>
        date is null
            ? null
            : DateTimeOffset
                .FromUnixTimeMilliseconds(InstantOf(date))
                .ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
