using ClickUpMcp.Errors;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What is wrong with what one call names, collected so that the caller learns all of it at once.</summary>
internal sealed class CallProblems
{
    private readonly List<ActionableException> _problems = [];

    public IReadOnlyList<ActionableException> All => _problems;

    public bool Any => _problems.Count > 0;

    public void Add(ActionableException problem)
    {
        foreach (ActionableException one in problem is ProblemsException several ? several.Problems : [problem])
        {
            if (!_problems.Exists(known => known.What == one.What && known.Why == one.Why))
            {
                _problems.Add(one);
            }
        }
    }

    public void Clear() => _problems.Clear();

    /// <summary>Ends the call when something is wrong.</summary>
    /// <exception cref="ActionableException">The only problem, or all of them.</exception>
    public void Throw()
    {
        if (Any)
        {
            throw _problems.Count == 1 ? _problems[0] : new ProblemsException([.. _problems]);
        }
    }
}
