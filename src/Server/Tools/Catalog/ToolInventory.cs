using ClickUpMcp.Tools.Policy;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>The tools that one policy leaves: the same test for listing and for calling.</summary>
internal sealed class ToolInventory(CatalogView catalog, ToolPolicy policy)
{
    private byte[]? _list;

    /// <summary>All tools, visible or not.</summary>
    public CatalogView Catalog => catalog;

    /// <summary>The indexes of the visible tools, in the catalogue's order.</summary>
    public IEnumerable<int> Visible => Enumerable.Range(0, catalog.Count).Where(policy.Allows);

    /// <summary>The names of the visible tools.</summary>
    public IEnumerable<string> VisibleNames => Visible.Select(catalog.Name);

    /// <summary>The JSON array of <c>tools/list</c>, built on first use.</summary>
    public ReadOnlyMemory<byte> ListJson => _list ??= BuildList();

    /// <summary>The index of the tool with this name or alias, visible or not; -1 when there is none.</summary>
    public int Find(string name) => catalog.Find(name);

    /// <summary>Whether the policy allows a tool.</summary>
    public bool IsVisible(int index) => policy.Allows(index);

    /// <summary>A tool's name on the wire.</summary>
    public string NameOf(int index) => catalog.Name(index);

    private byte[] BuildList()
    {
        int length = 2 + Visible.Sum(index => catalog.Definition(index).Length + 1);
        List<byte> list = new(length);
        list.Add((byte)'[');
        foreach (int index in Visible)
        {
            if (list.Count > 1)
            {
                list.Add((byte)',');
            }

            list.AddRange(catalog.Definition(index));
        }

        list.Add((byte)']');
        return [.. list];
    }
}
