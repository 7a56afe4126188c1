using System.Text.Json;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>Texts and names survive the way into C# and JSON.</summary>
public sealed class LiteralTests
{
    private static readonly string[] Texts =
    [
        "",
        "plain",
        "\"quoted\" \"\"\"",
        "back\\slash \\\" \\u0041",
        "{braces} {{}}",
        "ünïcödé 🎉 中文",
        "\0\a\b\t\n\v\f\r\u001b\u007f",
        "\u0085\u2028\u2029\ufeff",
    ];

    [Fact]
    public void Text_comes_back_from_a_string_literal()
    {
        foreach (string text in Texts)
        {
            ExpressionSyntax literal = SyntaxFactory.ParseExpression(CSharpLiterals.String(text));

            literal.ShouldBeOfType<LiteralExpressionSyntax>().Token.ValueText.ShouldBe(text);
            literal.ContainsDiagnostics.ShouldBeFalse();
        }
    }

    [Fact]
    public void Json_comes_back_from_a_utf8_literal_in_one_line()
    {
        foreach (string text in Texts)
        {
            string json = new JsonText().BeginObject().Name(text).String(text).EndObject().ToString();
            string literal = CSharpLiterals.Utf8Json(json);

            literal.ShouldNotContain('\n');
            ExpressionSyntax expression = SyntaxFactory.ParseExpression(literal);
            expression.ContainsDiagnostics.ShouldBeFalse(literal);
            expression.ShouldBeOfType<LiteralExpressionSyntax>().Token.ValueText.ShouldBe(json);
        }
    }

    [Fact]
    public void Quoted_json_reads_back_and_escapes_only_what_it_must()
    {
        foreach (string text in Texts)
        {
            string json = JsonText.Quote(text);

            JsonSerializer.Deserialize<string>(json).ShouldBe(text);
            JsonConstant.Text(json).ShouldBe(text);
        }

        JsonText.Quote("é<>&'🎉").ShouldBe("\"é<>&'🎉\"");
        JsonText.Quote("\ud800x").ShouldBe("\"\\ud800x\"");
    }

    [Theory]
    [InlineData("get_task", "GetTask", "getTask")]
    [InlineData("task", "Task", "task")]
    [InlineData("taskId", "TaskId", "taskId")]
    [InlineData("class", "Class", "@class")]
    [InlineData("await", "Await", "@await")]
    [InlineData("2fa_code", "_2faCode", "_2faCode")]
    [InlineData("a__b-c.d", "ABCD", "aBCD")]
    public void Names(string name, string pascal, string camel)
    {
        CSharpNames.Pascal(name).ShouldBe(pascal);
        CSharpNames.Camel(name).ShouldBe(camel);
    }

    [Theory]
    [InlineData(null, -9007199254740991, 9007199254740991)]
    [InlineData("5", 5, 5)]
    [InlineData("-0.5", 0, -1)]
    [InlineData("1e3", 1000, 1000)]
    [InlineData("9007199254740992", 9007199254740991, 9007199254740991)]
    public void Whole_number_bounds(string? json, long minimum, long maximum)
    {
        Numbers.Minimum(json).ShouldBe(minimum);
        Numbers.Maximum(json).ShouldBe(maximum);
    }
}
