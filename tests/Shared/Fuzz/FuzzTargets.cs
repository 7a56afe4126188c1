namespace ClickUpMcp.Tests.Fuzz;

/// <summary>The targets within the server; that of the spec's parser stands beside the generator.</summary>
internal static class FuzzTargets
{
    public static IReadOnlyList<IFuzzTarget> All { get; } =
    [
        new LineReaderTarget(),
        new EnvelopeTarget(),
        new HeaderRulesTarget(),
        new CursorTarget(),
        new BinderTarget(),
        new DateTarget(),
        new MarkdownTarget(),
        new ResourceUriTarget(),
        new MemberFilterTarget(),
    ];
}
