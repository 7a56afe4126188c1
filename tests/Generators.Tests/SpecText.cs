using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClickUpMcp.Generators.Tests;

/// <summary>A spec file in memory.</summary>
internal sealed class SpecText(string path, string text) : AdditionalText
{
    public override string Path { get; } = path;
    public string Text { get; } = text;

    public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(Text);
}
