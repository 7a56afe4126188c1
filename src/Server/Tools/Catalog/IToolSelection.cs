using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>Which tools of a catalogue a principal has.</summary>
internal interface IToolSelection
{
    /// <summary>Whether a tool may be called.</summary>
    bool Allows(int index);

    /// <summary>Whether nothing may be changed, whatever a tool declares.</summary>
    bool OnlyReads { get; }

    /// <summary>Which calls a person must confirm.</summary>
    ConfirmationRule Confirmation { get; }

    /// <summary>What is done with texts from outside.</summary>
    LockdownMode Lockdown { get; }

    /// <summary>Why a tool may not be called.</summary>
    Unavailability WhyNot(int index);

    /// <summary>Whether a tool is in <c>tools/list</c>.</summary>
    bool Lists(int index);

    /// <summary>What changes when other tools are left than before; null where that never happens.</summary>
    object? Version => null;

    /// <summary>Whether some rule may want a call to be confirmed.</summary>
    bool MayConfirm => false;

    /// <summary>The rules that are about a call of a tool now: those of places, and after them the one that holds everywhere.</summary>
    IReadOnlyList<CallRule> RulesOf(int index) => [];
}
