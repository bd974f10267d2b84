package banshi.complaint;

import banshi.http.Page;
import banshi.http.PageQuery;
import banshi.http.RolesNeeded;
import banshi.http.Shows;
import banshi.http.Write;
import banshi.http.desk.CommonRequests;
import banshi.http.desk.WordsCounter;
import banshi.http.desk.WordsRequests;
import banshi.http.view.MessageView;
import banshi.http.view.NoteView;
import banshi.identity.Role;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is said beside it: internal notes, messages, reminders to hurry. Nothing of it moves it. */
@Path("/v1/complaints/{number}")
@Tag(name = "complaint-words", description = "反映备注、留言与催办 · Notes, messages, reminders to hurry")
public class WordsResource {
  private final WordsCounter<ComplaintDetails> words;

  WordsResource(WordsCounter<ComplaintDetails> words) {
    this.words = words;
  }

  @POST
  @Path("/notes")
  @Write
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "addComplaintNote",
      summary = "添加内部备注 · Add an internal note",
      description = "申请人永远看不到。 · No applicant ever reads it.")
  @Shows(value = NoteView.class, status = 201, says = "备注 · The note")
  @APIResponse(responseCode = "429")
  public Response addNote(@PathParam("number") String number, WordsRequests.Note body) {
    return words.note(number, body);
  }

  @GET
  @Path("/notes")
  @RolesNeeded({Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "listComplaintNotes",
      summary = "内部备注，最新在前 · Internal notes, newest first")
  public Page<NoteView> notes(@PathParam("number") String number, @BeanParam PageQuery query) {
    return words.notes(number, query);
  }

  @POST
  @Path("/messages")
  @Write
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "sendComplaintMessage",
      summary = "留言 · Write a message",
      description =
          "申请人的留言通知办理单位，办理单位的留言通知申请人；不影响期限与版本。"
              + " · The hall is told of an applicant's message, the applicant of the hall's; no limit"
              + " and no version changes.")
  @Shows(value = MessageView.class, status = 201, says = "留言 · The message")
  @APIResponse(responseCode = "429")
  public Response sendMessage(
      @PathParam("number") String number, WordsRequests.MessageWithEvidence body) {
    return words.message(number, body);
  }

  @GET
  @Path("/messages")
  @RolesNeeded({Role.APPLICANT, Role.OFFICER, Role.SUPERVISOR})
  @Operation(
      operationId = "listComplaintMessages",
      summary = "留言与催办，最新在前 · Messages and reminders, newest first")
  public Page<MessageView> messages(
      @PathParam("number") String number, @BeanParam PageQuery query) {
    return words.messages(number, query);
  }

  @POST
  @Path("/actions/hurry")
  @Write
  @RolesNeeded(Role.APPLICANT)
  @Operation(
      operationId = "hurryComplaint",
      summary = "催办（三个工作日一次） · Ask for haste, once in three working days",
      description =
          "通知正在办理的单位，监督人员可见；不影响期限与版本。再次催办的最早时间见 409 的 againAt。"
              + " · Told to whoever it waits for and seen by supervisors; no limit and no version"
              + " changes. A 409 says in againAt when it can be sent again.")
  @Shows(value = ComplaintView.class, says = "反映 · The complaint")
  @APIResponse(responseCode = "429")
  public Response hurry(@PathParam("number") String number, CommonRequests.Plain body) {
    return words.hurry(number, body);
  }
}
