using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>What is asked of the argument by which one of several requests is chosen.</summary>
/// <param name="Holds">The condition that the request is sent, if no earlier one is.</param>
/// <param name="Fails">The opposite.</param>
internal sealed record RequestTest(string Holds, string Fails)
{
    /// <summary>The test of a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="argument">The argument that it is chosen by.</param>
    /// <param name="value">The expression for the argument.</param>
    public static RequestTest Of(RequestModel request, ArgumentModel argument, string value)
    {
        if (request.WhenValue is not { } json)
        {
            return CSharpTypes.IsAlwaysSet(argument)
                ? new RequestTest(RequestChoice.Always, RequestChoice.Never)
                : new RequestTest($"{value} is not null", $"{value} is null");
        }

        // Labels of enums and booleans as they stand in the record.
        string wanted = argument.Type.Kind == TypeKind.Enum ? CSharpLiterals.String(JsonConstant.Text(json)) : json;
        return new RequestTest($"{value} is {wanted}", $"{value} is not {wanted}");
    }
}
