using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits what is known of clients.</summary>
internal static class ClientsEmitter
{
    private const string Catalog = "global::ClickUpMcp.Tools.Catalog.";

    public static void Emit(SourceWriter writer, ClientsModel clients)
    {
        writer.Line(XmlDoc.Summary("How long results may be, by the client that gets them; made when a call is."));
        IEnumerable<string> known = clients.Known.Select(static client =>
            $"new({CSharpLiterals.String(client.Name)}, {CSharpLiterals.Integer(client.ResultBytes)})"
        );
        writer.Line(
            $"public static {Catalog}ClientResults ClientResults => new({CSharpLiterals.Integer(clients.ResultBytes)}, [{string.Join(", ", known)}]);"
        );
        writer.Line();
    }
}
