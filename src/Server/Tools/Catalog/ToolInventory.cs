using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>The tools that one policy leaves: the same test for listing and for calling.</summary>
internal sealed class ToolInventory(CatalogView catalog, IToolSelection selection)
{
    // One for each form: with output schemas or without, with the workspace or without. Principals of one policy read
    // and build them at once, so each is one reference: a memory of bytes is written in several steps.
    private readonly BuiltList?[] _lists = new BuiltList?[4];

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
    /// <param name="oneWorkspace">Whether no call needs to name a workspace.</param>
    public ReadOnlyMemory<byte> List(bool knowsOutput = false, bool oneWorkspace = false)
    {
        ToolListForm form = new(knowsOutput && IsStructured, oneWorkspace, IsFull);
        int place = (form.WithOutput ? 1 : 0) + (oneWorkspace ? 2 : 0);
        object? version = selection.Version;
        BuiltList? built = Volatile.Read(ref _lists[place]);
        if (built is null || built.Version != version)
        {
            built = new BuiltList(version, ToolListBuilder.Build(catalog, selection, form));
            Volatile.Write(ref _lists[place], built);
        }

        return built.Json;
    }

    /// <summary>What the lists take that were built.</summary>
    public long Bytes => _lists.Sum(static list => (long)(list?.Json.Length ?? 0));

    /// <summary>The index of the tool with this name or alias, available or not; -1 when there is none.</summary>
    public int Find(string name) => catalog.Find(name);

    /// <summary>Whether the policy allows a tool.</summary>
    public bool IsAvailable(int index) => selection.Allows(index);

    /// <summary>Whether there is a tool with this name or alias, and the policy allows it.</summary>
    public bool Has(string name) => catalog.Find(name) is >= 0 and var index && IsAvailable(index);

    /// <summary>Why the policy does not allow a tool.</summary>
    public Unavailability WhyNot(int index) => selection.WhyNot(index);

    /// <summary>Whether the policy lets nothing be changed, whatever a tool declares.</summary>
    public bool OnlyReads => selection.OnlyReads;

    /// <summary>Whether a person may have to confirm a call.</summary>
    public bool MayConfirm => Confirmation != ConfirmationRule.Never || selection.MayConfirm;

    /// <summary>The rules that are about a call of a tool now.</summary>
    public IReadOnlyList<CallRule> RulesOf(int index) => selection.RulesOf(index);

    /// <summary>Which calls a person must confirm.</summary>
    public ConfirmationRule Confirmation => selection.Confirmation;

    /// <summary>What is done with texts from outside.</summary>
    public LockdownMode Lockdown => selection.Lockdown;

    /// <summary>A tool's name on the wire.</summary>
    public string NameOf(int index) => catalog.Name(index);
}
