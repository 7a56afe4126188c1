using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits where operations write.</summary>
internal static class PlacesEmitter
{
    public static void Emit(SourceWriter writer, EquatableArray<PlacesModel> places)
    {
        writer.Line(XmlDoc.Summary("Where an operation writes, one thing a line; null where the spec does not say."));
        using (writer.Open("public static string? Places(string operation) => operation switch", "};"))
        {
            foreach (PlacesModel place in places)
            {
                writer.Line($"{CSharpLiterals.String(place.Operation)} => {CSharpLiterals.String(place.Text)},");
            }

            writer.Line("_ => null,");
        }

        writer.Line();
    }
}
