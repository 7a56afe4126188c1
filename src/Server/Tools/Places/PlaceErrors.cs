using ClickUpMcp.Api;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Places;

/// <summary>Words what is said instead of writing where nothing may be written.</summary>
internal static class PlaceErrors
{
    private const string Next =
        "Work in a place that may be written to, or ask whoever set the places (--write-places, X-Write-Places) to add this one.";

    private const int MostPlaces = 10;

    /// <summary>The thing is in no place that may be written to.</summary>
    /// <param name="thing">The thing; without an id, what is in no place of its own.</param>
    /// <param name="around">The places that it is in, from the innermost out.</param>
    /// <param name="allowed">The places that may be written to.</param>
    public static ClickUpApiException Outside(
        RequestedThing thing,
        IReadOnlyList<Place> around,
        IReadOnlyList<Place> allowed
    )
    {
        string what =
            around.Count == 0 && thing.Noun is "checklist" or "comment"
                ? $"It is not known where the {Named(thing)} is: it was not shown in this session, and its id alone does not tell."
            : around.Count == 0 ? $"It is not known where the {Named(thing)} is, so nothing may be written to it."
            : thing.Id.Length == 0
                ? $"This would change something of the whole workspace, where nothing may be written: {Shown(around)}."
            : thing == around[0].Thing && around.Count == 1 ? $"Nothing may be written to the {around[0]}."
            : thing == around[0].Thing ? $"Nothing may be written to the {around[0]} in {Shown(around.Skip(1))}."
            : $"The {Named(thing)} is in {Shown(around)}, where nothing may be written.";
        string more = allowed.Count > MostPlaces ? $" and {allowed.Count - MostPlaces} more" : string.Empty;
        return Refusal(what, $"Only these places may be written to: {Shown(allowed.Take(MostPlaces))}{more}.");
    }

    /// <summary>A rule wants it confirmed, and when that was asked it did not.</summary>
    public static ClickUpApiException Unconfirmed() =>
        new(
            ApiErrorKind.NotAllowed,
            "What this writes to must be confirmed by a person, which was not so when the call began.",
            "It was moved meanwhile, or the policy has changed. Nothing was sent.",
            "Call again."
        )
        {
            IsUnsent = true,
        };

    /// <summary>The spec does not say where the operation writes.</summary>
    public static ClickUpApiException UnknownOperation() =>
        Refusal(
            "It is not known where this would write.",
            "Writing is bound to places, and what is unknown is refused."
        );

    private static ClickUpApiException Refusal(string what, string why) =>
        new(ApiErrorKind.NotAllowed, what, $"{why} Nothing was sent.", Next) { IsUnsent = true };

    private static string Named(RequestedThing thing) => $"{thing.Noun.Replace('_', ' ')} {NameErrors.Show(thing.Id)}";

    private static string Shown(IEnumerable<Place> places) => string.Join(", ", places);
}
