namespace ClickUpMcp.Sandbox;

/// <summary>What tests and the demo may rely on in the seeded workspace "Acme".</summary>
public static class SandboxSeed
{
    /// <summary>Time zone of every seeded user.</summary>
    public const string TimeZone = "Europe/Berlin";

    public const string WorkspaceId = "9012000001";
    public const string WorkspaceName = "Acme";
    public const string SecondWorkspaceId = "9012000002";
    public const string SecondWorkspaceName = "Acme Labs";

    public const long OwnerId = 81000001;
    public const long AdminId = 81000002;
    public const long MemberId = 81000003;
    public const long OtherMemberId = 81000004;

    /// <summary>Shares the first name Anna with the owner.</summary>
    public const long NamesakeId = 81000005;
    public const long GuestId = 81000006;

    /// <summary>Stands for the owner; no real token looks so.</summary>
    public const string Token = "pk_sandbox_81000001_NOTASECRET";
    public const string MemberToken = "pk_sandbox_81000003_NOTASECRET";

    /// <summary>The tokens of all seeded people: those that a strict sandbox accepts.</summary>
    public static IReadOnlyList<string> Tokens { get; } =
    [
        .. new[] { OwnerId, AdminId, MemberId, OtherMemberId, NamesakeId, GuestId }.Select(static id =>
            $"pk_sandbox_{id}_NOTASECRET"
        ),
    ];

    public const string EngineeringSpaceId = "90150000001";

    /// <summary>Time tracking and "Tasks in Multiple Lists" are off here.</summary>
    public const string MarketingSpaceId = "90150000002";
    public const string OperationsSpaceId = "90150000003";

    /// <summary>Private.</summary>
    public const string LeadershipSpaceId = "90150000004";

    public const string BackendFolderId = "90151000001";
    public const string FrontendFolderId = "90151000002";
    public const string SprintFolderId = "90151000003";
    public const string OfficeFolderId = "90151000005";

    /// <summary>Lies inside the folder Office.</summary>
    public const string BerlinFolderId = "90151000006";

    /// <summary>"Bugs" in Backend, with statuses of its own.</summary>
    public const string BackendBugsListId = "90152000001";
    public const string ApiListId = "90152000002";

    /// <summary>"Bugs" in Frontend, with the statuses of its space.</summary>
    public const string FrontendBugsListId = "90152000003";
    public const string WebAppListId = "90152000004";
    public const string PastSprintListId = "90152000005";
    public const string CurrentSprintListId = "90152000006";
    public const string NextSprintListId = "90152000007";

    /// <summary>Folderless; holds more than one page of open tasks.</summary>
    public const string BacklogListId = "90152000008";
    public const string ArchivedListId = "90152000009";

    /// <summary>In the space without time tracking.</summary>
    public const string LaunchListId = "90152000010";

    /// <summary>Folderless.</summary>
    public const string InboxListId = "90152000016";

    /// <summary>
    /// Has a value in every custom field that can hold one, two pages of comments, a checklist, tags, links,
    /// dependencies and time entries. The id is the one that the document names for bulk time in status.
    /// </summary>
    public const string RichTaskId = "27075wz";

    /// <summary>The other id that the document names for bulk time in status.</summary>
    public const string SecondTaskId = "20bbn28";

    /// <summary>Prefix of custom task ids in the space Engineering.</summary>
    public const string CustomIdPrefix = "DEV";

    /// <summary>The custom role "Contractor", for guests.</summary>
    public const int ContractorRoleId = 5500001;

    /// <summary>The custom role "Team Lead", for members; the other member has it.</summary>
    public const int TeamLeadRoleId = 5500002;

    /// <summary>The user group "Developers": the admin and both members.</summary>
    public const string DevelopersGroupId = "7c1e0001-c0de-4acb-8000-0000000a0001";

    /// <summary>The user group "Writers": the member and the namesake.</summary>
    public const string WritersGroupId = "7c1e0002-c0de-4acb-8000-0000000a0002";

    /// <summary>The task template "Bug Report", with a checklist.</summary>
    public const string BugTemplateId = "t-7162301";

    /// <summary>The task template "Release Checklist", with subtasks.</summary>
    public const string ReleaseTemplateId = "t-7162302";

    /// <summary>The list template "Campaign Plan".</summary>
    public const string CampaignTemplateId = "t-15363201";

    /// <summary>The list template "Sprint Board".</summary>
    public const string SprintTemplateId = "t-15363202";

    /// <summary>The folder template "Client Project", of both list templates.</summary>
    public const string ProjectTemplateId = "t-7162401";

    /// <summary>The custom task type "Bug".</summary>
    public const long BugTypeId = 1001;

    /// <summary>"All open work", a list of the whole workspace.</summary>
    public const string EverythingViewId = "8cdn1-1001";

    /// <summary>"Roadmap", a Gantt chart of the space Engineering.</summary>
    public const string RoadmapViewId = "8cdn1-1002";

    /// <summary>"Board" of the folder Backend; the folder Frontend has one of the same name.</summary>
    public const string BackendBoardViewId = "8cdn1-1003";
    public const string FrontendBoardViewId = "8cdn1-1004";

    /// <summary>"Urgent Bugs" of Backend's Bugs: filtered by priority, sorted, with a column.</summary>
    public const string UrgentBugsViewId = "8cdn1-1005";

    /// <summary>"Engineering Chat", a conversation in the space Engineering.</summary>
    public const string ChatViewId = "8cdn1-1006";

    /// <summary>"Ship the public API", with a number, an automatic and a boolean key result.</summary>
    public const string ApiGoalId = "6f2a1c50-0a01-4e1d-9c3e-7b5d10000001";

    /// <summary>"Grow the audience", inside a folder of goals.</summary>
    public const string AudienceGoalId = "6f2a1c50-0a01-4e1d-9c3e-7b5d10000002";

    /// <summary>"Move to the new office", completed.</summary>
    public const string OfficeGoalId = "6f2a1c50-0a01-4e1d-9c3e-7b5d10000003";

    /// <summary>"Endpoints documented", 26 of 40.</summary>
    public const string NumberKeyResultId = "6f2a1c50-0b01-4e1d-9c3e-7b5d20000001";

    /// <summary>The owner's, active, for the list API.</summary>
    public const string WebhookId = "6f2a1c50-0c01-4e1d-9c3e-7b5d30000001";

    /// <summary>The owner's, suspended, for the space Marketing.</summary>
    public const string SuspendedWebhookId = "6f2a1c50-0c01-4e1d-9c3e-7b5d30000002";
    public const string GeneralChannelId = "8cn5a01-117";

    /// <summary>"Incidents"; the owner and the admin are its members.</summary>
    public const string PrivateChannelId = "8cn5a01-137";

    /// <summary>On the list <see cref="ApiListId"/>.</summary>
    public const string ListChannelId = "8cn5a01-157";

    /// <summary>Between the owner and the admin.</summary>
    public const string DirectMessageId = "8cn5a01-177";

    /// <summary>A direct message that its owner closed.</summary>
    public const string ClosedDirectMessageId = "8cn5a01-197";

    /// <summary>A message in General with two replies and two reactions that mentions <see cref="OtherMemberId"/>.</summary>
    public const string MessageId = "80160000002";

    /// <summary>A reply to <see cref="MessageId"/>.</summary>
    public const string ReplyMessageId = "80160000003";

    /// <summary>A post of the subtype Announcement in General.</summary>
    public const string PostMessageId = "80160000001";
    public const string AnnouncementSubtypeId = "4d1d0c2e-c0de-4acb-8000-0000000d0001";

    /// <summary>In the workspace.</summary>
    public const string HandbookDocId = "8cn5a01-217";

    /// <summary>In the folder <see cref="BackendFolderId"/>.</summary>
    public const string GuideDocId = "8cn5a01-237";

    /// <summary>In the list <see cref="LaunchListId"/>.</summary>
    public const string PlanDocId = "8cn5a01-257";

    public const string WelcomePageId = "8cn5a01-321";

    /// <summary>Has pages below it, two levels deep.</summary>
    public const string EngineeringPageId = "8cn5a01-322";
    public const string RollbackPageId = "8cn5a01-325";

    /// <summary>A picture on <see cref="RichTaskId"/>; a text file is there too.</summary>
    public const string AttachmentId = "5e1f0c2a-c0de-4acb-8000-0000000a0001.png";
}
