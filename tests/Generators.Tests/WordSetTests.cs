using ClickUpMcp.Driver;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Spec;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClickUpMcp.Generators.Tests;

/// <summary>The closed sets of the language are the enums of the runtime, which the generator cannot reference.</summary>
public sealed class WordSetTests
{
    [Theory]
    [InlineData("Resolution/EntityKind.cs")]
    [InlineData("Projection/FieldKind.cs")]
    [InlineData("Projection/DetailLevel.cs")]
    [InlineData("Projection/PaginationStyle.cs", "None")]
    [InlineData("Tools/Binding/JsonContent.cs")]
    [InlineData("Tools/Binding/StringFormat.cs", "None")]
    [InlineData("Tools/Runtime/ToolScope.cs")]
    [InlineData("Values/DateEdge.cs")]
    public void Words_are_the_members_of_the_runtimes_enum(string file, params string[] unspoken)
    {
        EnumDeclarationSyntax declaration = CSharpSyntaxTree
            .ParseText(Repository.Read("src/Server/" + file), cancellationToken: TestContext.Current.CancellationToken)
            .GetRoot(TestContext.Current.CancellationToken)
            .DescendantNodes()
            .OfType<EnumDeclarationSyntax>()
            .Single();
        WordSet words = declaration.Identifier.Text switch
        {
            "EntityKind" => WordSets.EntityKinds,
            "FieldKind" => WordSets.FieldKinds,
            "DetailLevel" => WordSets.Levels,
            "PaginationStyle" => WordSets.PaginationStyles,
            "StringFormat" => StringFormats.Words,
            "JsonContent" => WordSets.JsonContents,
            "ToolScope" => WordSets.Scopes,
            _ => WordSets.Edges,
        };

        IEnumerable<string> members = declaration.Members.Select(m => m.Identifier.Text).Except(unspoken);
        words.Words.Select(CSharpNames.Pascal).Order().ShouldBe(members.Order());
    }

    // That each pattern says what the runtime checks is the matter of Validation.AgreementTests.
    [Fact]
    public void Every_string_format_has_a_pattern()
    {
        string[] members = [.. StringFormats.Words.Words.Select(CSharpNames.Pascal)];

        members.Select(StringPatterns.Of).ShouldAllBe(static pattern => pattern != null);
        members.Select(StringPatterns.Of).ShouldBeUnique();
    }
}
