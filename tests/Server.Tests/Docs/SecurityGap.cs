namespace ClickUpMcp.Tests.Docs;

/// <summary>A requirement that no test shows, with what there is of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Says">What must hold.</param>
/// <param name="Is">What there is so far, and which issue brings the rest.</param>
internal sealed record SecurityGap(string Id, string Says, string Is)
{
    private const string Rails = "issue 17";

    /// <summary>All of them.</summary>
    public static readonly SecurityGap[] All =
    [
        new(
            "S-03",
            "No address, host or credential is taken from headers but the documented ones.",
            $"H-06, H-11 and PA-06 show the documented ones; that there are no others: {Rails}."
        ),
        new(
            "I-01",
            "No process is started and no code made at run time.",
            $"The compiler refuses to start processes (`eng/BannedSymbols.txt`), and NativeAOT makes no code; a test by this id: {Rails}."
        ),
        new(
            "I-03",
            "No pattern of a caller can hold up a call.",
            $"No argument is a pattern; R-01 shows that work grows with size at most. A test by this id: {Rails}."
        ),
        new("P-03", "Text of outsiders can be dropped or marked.", $"Not yet: {Rails}."),
        new(
            "P-08",
            "Results are bounded, and no address in them is fetched.",
            $"They are bounded; a test by this id: {Rails}."
        ),
        new(
            "PB-09",
            "Dependencies are few, locked and audited.",
            $"Locked restore and its audit are part of every build; a test by this id: {Rails}."
        ),
        new(
            "C-01",
            "What is released is locked, listed and checked.",
            $"`./build.sh release` writes checksums and a bill of materials and runs the image without rights; signatures are not made: {Rails}."
        ),
    ];
}
