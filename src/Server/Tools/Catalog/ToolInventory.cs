namespace ClickUpMcp.Tools.Catalog;

/// <summary>The tools that one policy leaves: the same test for listing and for calling.</summary>
internal sealed class ToolInventory(CatalogView catalog, IToolSelection selection)
{
    // One for each form: with output schemas or without, with the workspace or without.
    private readonly byte[]?[] _lists = new byte[]?[4];

    private static ReadOnlySpan<byte> EmptyList => "[]"u8;

    /// <summary>Whether the operator wants structured content.</summary>
    public bool IsStructured { get; init; }

    /// <summary>Whether the operator wants every argument with every constraint listed.</summary>
    public bool IsFull { get; init; }

    /// <summary>All tools, available or not.</summary>
    public CatalogView Catalog => catalog;

    /// <summary>The indexes of the tools that may be called, in the catalogue's order.</summary>
    public IEnumerable<int> Available => Enumerable.Range(0, catalog.Count).Where(selection.Allows);

    /// <summary>The names of the tools that may be called.</summary>
    public IEnumerable<string> AvailableNames => Available.Select(catalog.Name);

    /// <summary>The indexes of the tools in <c>tools/list</c>, which are some or all of the available ones.</summary>
    public IEnumerable<int> Listed => Enumerable.Range(0, catalog.Count).Where(selection.Lists);

    /// <summary>The JSON array of <c>tools/list</c>, built on first use.</summary>
    public ReadOnlyMemory<byte> ListJson => List();

    /// <summary>The same with output schemas, for clients that know them; without, unless the operator wants them.</summary>
    public ReadOnlyMemory<byte> StructuredListJson => List(knowsOutput: true);

    /// <summary>The JSON array of <c>tools/list</c>, built when it is first asked for in a form.</summary>
    /// <param name="knowsOutput">Whether the client knows output schemas.</param>
    /// <param name="withWorkspace">Whether there are several workspaces to name.</param>
    public ReadOnlyMemory<byte> List(bool knowsOutput = false, bool withWorkspace = false)
    {
        ToolListForm form = new(knowsOutput && IsStructured, withWorkspace, IsFull);
        int place = (form.WithOutput ? 1 : 0) + (withWorkspace ? 2 : 0);
        return _lists[place] ??= form == default ? BuildList() : ToolListBuilder.Build(catalog, Listed, form);
    }

    /// <summary>What the lists take that were built.</summary>
    public long Bytes => _lists.Sum(static list => (long)(list?.Length ?? 0));

    /// <summary>The index of the tool with this name or alias, available or not; -1 when there is none.</summary>
    public int Find(string name) => catalog.Find(name);

    /// <summary>Whether the policy allows a tool.</summary>
    public bool IsAvailable(int index) => selection.Allows(index);

    /// <summary>Why the policy does not allow a tool.</summary>
    public Unavailability WhyNot(int index) => selection.WhyNot(index);

    /// <summary>A tool's name on the wire.</summary>
    public string NameOf(int index) => catalog.Name(index);

    private byte[] BuildList()
    {
        int length = 1;
        for (int index = 0; index < catalog.Count; index++)
        {
            length += selection.Lists(index) ? catalog.Definition(index).Length + 1 : 0;
        }

        byte[] list = new byte[Math.Max(length, EmptyList.Length)];
        EmptyList.CopyTo(list);
        int end = 1;
        for (int index = 0; index < catalog.Count; index++)
        {
            if (selection.Lists(index))
            {
                ReadOnlySpan<byte> definition = catalog.Definition(index);
                definition.CopyTo(list.AsSpan(end));
                end += definition.Length + 1;
                list[end - 1] = (byte)',';
            }
        }

        // In place of the last comma.
        list[^1] = (byte)']';
        return list;
    }
}
