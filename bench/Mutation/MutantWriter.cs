using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace ClickUpMcp.MutationBenchmark;

/// <summary>Writes every mutant of one source into it, each behind the question whether it is on.</summary>
/// <param name="file">The source's name for the report.</param>
/// <param name="first">The number of its first mutant.</param>
/// <param name="excluded">Numbers that stay as written, since what they would become does not compile.</param>
internal sealed class MutantWriter(string file, int first, IReadOnlySet<int> excluded) : CSharpSyntaxRewriter
{
    /// <summary>What is done to a condition that declares variables.</summary>
    public const string NeverHolds = "condition never holds";

    private int _next = first;

    /// <summary>The annotation that carries a mutant's number to the place where it was written.</summary>
    public const string Mark = "mutant";

    /// <summary>What was found, in the order of their numbers, those that are excluded too.</summary>
    public List<Mutant> Found { get; } = [];

    public override SyntaxNode? VisitIfStatement(IfStatementSyntax node) =>
        Condition(
            node,
            node.Condition,
            (IfStatementSyntax)base.VisitIfStatement(node)!,
            static (n, c) => n.WithCondition(c)
        );

    public override SyntaxNode? VisitConditionalExpression(ConditionalExpressionSyntax node) =>
        Condition(
            node,
            node.Condition,
            (ConditionalExpressionSyntax)base.VisitConditionalExpression(node)!,
            static (n, c) => n.WithCondition(c)
        );

    public override SyntaxNode? VisitExpressionStatement(ExpressionStatementSyntax node)
    {
        SyntaxNode visited = base.VisitExpressionStatement(node)!;
        return
            node.Expression is InvocationExpressionSyntax or AwaitExpressionSyntax or PostfixUnaryExpressionSyntax
            && !Declares(node)
            && Take(node, "statement left out") is { } id
            ? Written($"if (!{MutantSwitch.Question}({id})) {{ {visited} }}", visited, id)
            : visited;
    }

    public override SyntaxNode? VisitBinaryExpression(BinaryExpressionSyntax node)
    {
        ExpressionSyntax visited = (ExpressionSyntax)base.VisitBinaryExpression(node)!;
        string? other = node.Kind() switch
        {
            SyntaxKind.LessThanExpression => "<=",
            SyntaxKind.LessThanOrEqualExpression => "<",
            SyntaxKind.GreaterThanExpression => ">=",
            SyntaxKind.GreaterThanOrEqualExpression => ">",
            SyntaxKind.EqualsExpression => "!=",
            SyntaxKind.NotEqualsExpression => "==",
            SyntaxKind.AddExpression => "-",
            SyntaxKind.SubtractExpression => "+",
            _ => null,
        };
        if (
            other is null
            || visited is not BinaryExpressionSyntax binary
            || Declares(node)
            || IsConstant(node)
            || Take(node, $"{node.OperatorToken.Text} → {other}") is not { } id
        )
        {
            return visited;
        }

        return Written(
            $"({MutantSwitch.Question}({id}) ? ({binary.Left}) {other} ({binary.Right}) : ({binary}))",
            visited,
            id
        );
    }

    public override SyntaxNode? VisitReturnStatement(ReturnStatementSyntax node)
    {
        ReturnStatementSyntax visited = (ReturnStatementSyntax)base.VisitReturnStatement(node)!;
        return
            node.Expression
                is LiteralExpressionSyntax
                {
                    RawKind: (int)SyntaxKind.TrueLiteralExpression or (int)SyntaxKind.FalseLiteralExpression
                }
            && Take(node, "the other of true and false") is { } id
            ? visited.WithExpression(Expression($"({MutantSwitch.Question}({id}) != {visited.Expression})", id))
            : visited;
    }

    // What a condition declares has to be assigned where it holds, so those can only be made to fail.
    private TNode Condition<TNode>(
        TNode node,
        ExpressionSyntax before,
        TNode visited,
        Func<TNode, ExpressionSyntax, TNode> with
    )
        where TNode : SyntaxNode
    {
        bool declares = Declares(before);
        if (Take(before, declares ? NeverHolds : "condition turned round") is not { } id)
        {
            return visited;
        }

        ExpressionSyntax condition = visited switch
        {
            IfStatementSyntax statement => statement.Condition,
            ConditionalExpressionSyntax expression => expression.Condition,
            _ => throw new InvalidOperationException(visited.Kind().ToString()),
        };
        string text = declares
            ? $"(({condition}) && !{MutantSwitch.Question}({id}))"
            : $"({MutantSwitch.Question}({id}) != ({condition}))";
        return with(visited, Expression(text, id));
    }

    private static bool Declares(SyntaxNode node) =>
        node.DescendantNodesAndSelf().Any(static inner => inner is VariableDesignationSyntax);

    private static bool IsConstant(SyntaxNode node) =>
        node.Ancestors()
            .Any(static outer =>
                outer
                    is AttributeSyntax
                        or ParameterSyntax
                        or ConstantPatternSyntax
                        or RelationalPatternSyntax
                        or CaseSwitchLabelSyntax
                        or EnumMemberDeclarationSyntax
                || outer is FieldDeclarationSyntax { Modifiers: var field } && field.Any(SyntaxKind.ConstKeyword)
                || outer is LocalDeclarationStatementSyntax { Modifiers: var local }
                    && local.Any(SyntaxKind.ConstKeyword)
            );

    private int? Take(SyntaxNode node, string change)
    {
        int id = _next++;
        int line = node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        string code = node.ToString().Split('\n')[0].Trim();
        Found.Add(new Mutant(id, file, line, change, code));
        return excluded.Contains(id) ? null : id;
    }

    private static ExpressionSyntax Expression(string text, int id) =>
        SyntaxFactory.ParseExpression(text).WithAdditionalAnnotations(new SyntaxAnnotation(Mark, $"{id}"));

    private static SyntaxNode Written(string text, SyntaxNode replaced, int id)
    {
        SyntaxNode written =
            replaced is StatementSyntax ? SyntaxFactory.ParseStatement(text) : SyntaxFactory.ParseExpression(text);
        return written.WithTriviaFrom(replaced).WithAdditionalAnnotations(new SyntaxAnnotation(Mark, $"{id}"));
    }
}
