using System.Globalization;
using System.Text;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Docs;

/// <summary>Writes the page of the personas.</summary>
internal static class PersonaPage
{
    public static string Write()
    {
        StringBuilder page = new();
        page.Append("<!-- Generated from spec/; run './build.sh docs' to renew. -->\n# Personas\n\n");
        page.Append(
            CultureInfo.InvariantCulture,
            $"Choose one or several with `CLICKUP_MCP_PERSONA` or `--persona`, separated by commas; `{ToolCatalog.DefaultPersona}` is what you have when you choose nothing.\n\n"
        );
        page.Append("| persona | for | tools listed | tools in reach |\n| --- | --- | --- | --- |\n");
        for (int i = 0; i < ToolCatalog.PersonaNames.Length; i++)
        {
            string name = ToolCatalog.PersonaNames[i];
            int listed = Names(ToolCatalog.PersonaTools(i)).Count;
            int reached = Names(ToolCatalog.PersonaReach(i)).Count;
            page.Append(
                CultureInfo.InvariantCulture,
                $"| [{name}](#{name}) | {ToolCatalog.PersonaDescription(i)} | {listed} | {reached} |\n"
            );
        }

        for (int i = 0; i < ToolCatalog.PersonaNames.Length; i++)
        {
            IEnumerable<string> tools = Names(ToolCatalog.PersonaTools(i)).Select(static n => $"`{n}`");
            page.Append(CultureInfo.InvariantCulture, $"\n## {ToolCatalog.PersonaNames[i]}\n\n");
            page.Append(string.Join(", ", tools)).Append('\n');
        }

        return page.ToString();
    }

    private static List<string> Names(ReadOnlySpan<ulong> bits)
    {
        List<string> names = [];
        for (int i = 0; i < ToolCatalog.Count; i++)
        {
            if ((bits[i / 64] >> (i % 64) & 1) != 0)
            {
                names.Add(ToolCatalog.Name(i));
            }
        }

        return names;
    }
}
