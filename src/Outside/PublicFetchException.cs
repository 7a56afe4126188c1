namespace ClickUpMcp.Outside;

/// <summary>A file of the public internet was not fetched.</summary>
/// <param name="problem">Why.</param>
/// <param name="status">The status that its host responded with; null when that is not why.</param>
internal sealed class PublicFetchException(PublicFetchProblem problem, int? status = null)
    : IOException(problem.ToString())
{
    public PublicFetchProblem Problem => problem;

    public int? Status => status;
}
