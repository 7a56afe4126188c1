using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits what errors mean for one request.</summary>
internal static class ErrorEmitter
{
    public static void Emit(SourceWriter writer, RequestModel request)
    {
        foreach (RequestErrorModel error in request.Errors)
        {
            string why = error.Why is { } text ? CSharpLiterals.String(text) : "null";
            writer.Line(
                $"builder.Error({CSharpLiterals.Strings([error.On, error.What])}, {why}, {CSharpLiterals.String(error.Next)});"
            );
        }
    }
}
