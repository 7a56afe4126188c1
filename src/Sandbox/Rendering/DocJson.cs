using System.Text.Json;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Tasks;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Documents and their pages; people and the workspace are numbers here.</summary>
internal static class DocJson
{
    public static void Write(Utf8JsonWriter writer, Doc doc)
    {
        writer.WriteStartObject();
        writer.WriteString("id", doc.Id);
        writer.WriteNumber("date_created", doc.DateCreated);
        writer.WriteNumber("date_updated", doc.DateUpdated);
        writer.WriteString("name", doc.Name);
        writer.WriteNumber("type", 1);
        writer.WriteStartObject("parent");
        writer.WriteString("id", doc.ParentId);
        writer.WriteNumber("type", (int)doc.ParentType);
        writer.WriteEndObject();
        writer.WriteBoolean("public", doc.IsPublic);
        writer.WriteNumber("workspace_id", long.Parse(doc.Workspace.Id));
        writer.WriteNumber("creator", doc.Creator.Id);
        writer.WriteBoolean("deleted", doc.IsDeleted);
        writer.WriteBoolean("archived", doc.IsArchived);
        writer.WriteEndObject();
    }

    /// <summary>The tree of names, as a bare array.</summary>
    public static void WriteListing(Utf8JsonWriter writer, List<DocPage> pages, int depth)
    {
        writer.WriteStartArray();
        foreach (var page in pages)
        {
            writer.WriteStartObject();
            WriteBasics(writer, page);
            if (depth != 0)
            {
                writer.WritePropertyName("pages");
                WriteListing(writer, page.Pages, depth - 1);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The tree with contents, as a bare array.</summary>
    public static void WritePages(Utf8JsonWriter writer, List<DocPage> pages, int depth, bool isPlain)
    {
        writer.WriteStartArray();
        foreach (var page in pages)
        {
            WritePage(writer, page, depth, isPlain);
        }

        writer.WriteEndArray();
    }

    public static void WritePage(Utf8JsonWriter writer, DocPage page, int depth, bool isPlain)
    {
        writer.WriteStartObject();
        WriteBasics(writer, page);
        if (depth != 0)
        {
            writer.WritePropertyName("pages");
            WritePages(writer, page.Pages, depth - 1, isPlain);
        }

        if (page.SubTitle is not null)
        {
            writer.WriteString("sub_title", page.SubTitle);
        }

        writer.WriteNumber("date_created", page.DateCreated);
        writer.WriteNumber("date_updated", page.DateUpdated);
        writer.WriteString("content", isPlain ? Markdown.ToPlainText(page.Content) : page.Content);
        writer.WriteNumber("creator_id", page.Creator.Id);
        writer.WriteBoolean("deleted", false);
        writer.WriteBoolean("archived", false);
        if (page.EditedBy is not null)
        {
            writer.WriteNumber("edited_by", page.EditedBy.Id);
            writer.WriteNumber("date_edited", page.DateUpdated);
        }

        writer.WriteStartArray("authors");
        writer.WriteNumberValue(page.Creator.Id);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteBasics(Utf8JsonWriter writer, DocPage page)
    {
        writer.WriteString("id", page.Id);
        writer.WriteString("doc_id", page.Doc.Id);
        if (page.Parent is not null)
        {
            writer.WriteString("parent_page_id", page.Parent.Id);
        }

        writer.WriteNumber("workspace_id", long.Parse(page.Doc.Workspace.Id));
        writer.WriteString("name", page.Name);
    }
}
